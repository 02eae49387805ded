/** The languages of the page; the people in it, and so the bot, speak the one that the visitor chose. */
export type DemoLanguage = 'zh' | 'en';

/** What the people and chats of the demo are called, and what was said before the visitor came. */
export interface DemoTexts {
  /** IETF language tag, as Telegram gives it for its users. */
  readonly languageCode: string;
  /** The visitor first, then the members; as many in each language. */
  readonly names: readonly [visitor: string, first: string, second: string, third: string];
  readonly group: string;
  readonly topics: readonly [questions: string, chatter: string];
  readonly elsewhere: string;
  /** Who of `names`, where (`topics` by number; absent: the General topic), what. Nobody mentions the bot. */
  readonly groupTalk: readonly Line[];
  readonly elsewhereTalk: readonly Line[];
}

/** Something that was said: who of the names, in which topic, what. */
export interface Line {
  readonly who: 1 | 2 | 3;
  readonly topic?: 0 | 1;
  readonly text: string;
}

/** The texts in each language of the page. */
export const DEMO_TEXTS: Readonly<Record<DemoLanguage, DemoTexts>> = {
  zh: {
    languageCode: 'zh-hans',
    names: ['来宾', '周岚', '陈默', '何晓宇'],
    group: '读报小组',
    topics: ['问答', '闲聊'],
    elsewhere: '周末走走',
    groupTalk: [
      { who: 1, text: '早！今天的文章大家看了吗？' },
      { who: 2, text: '翻了几篇。想查哪件事，在这里 @ 一下机器人，它会贴出原文。' },
      { who: 3, text: '不 @ 它，它就不出声，放心聊。' },
      { who: 3, topic: 1, text: '周末有人一起去图书馆吗？' },
      { who: 1, topic: 1, text: '我去！下午两点？' },
    ],
    elsewhereTalk: [
      { who: 2, text: '对了，你上次说的那篇报道，里面是怎么写的？' },
      { who: 1, text: '我也想看，贴原文吧。' },
    ],
  },
  en: {
    languageCode: 'en',
    names: ['Guest', 'Lan Zhou', 'Mo Chen', 'Xiaoyu He'],
    group: 'Reading circle',
    topics: ['Questions', 'Small talk'],
    elsewhere: 'Weekend walks',
    groupTalk: [
      { who: 1, text: 'Morning! Has everyone had a look at today’s articles?' },
      {
        who: 2,
        text: 'A few. If you want to look something up, mention the bot here and it quotes the source.',
      },
      { who: 3, text: 'And as long as nobody mentions it, it keeps quiet.' },
      { who: 3, topic: 1, text: 'Anyone up for the library this weekend?' },
      { who: 1, topic: 1, text: 'Me! Two o’clock?' },
    ],
    elsewhereTalk: [
      { who: 2, text: 'By the way, that report you told us about: what did it say exactly?' },
      { who: 1, text: 'I’d like to see it too. Can you paste the original?' },
    ],
  },
};
