import { fold } from '../language/fold.js';

/** What people say to a bot that asks nothing of the collection; folded, without signs. */
const SAID = words(
  '你好 您好 好 好的 好吧 好滴 行 可以 哈喽 哈罗 哈啰 嗨 嘿 喂 哈 呵呵 在吗 在么 在不在 在线吗 有人吗 有人在吗 早 早安 早上好 上午好 中午好 下午好 傍晚好 ' +
    '晚上好 晚安 午安 新年好 过年好 新年快乐 春节快乐 节日快乐 中秋快乐 周末快乐 幸会 久仰 谢谢 谢 多谢 谢了 谢啦 感谢 感恩 非常感谢 十分感谢 太感谢了 万分感谢 谢谢你的帮助 ' +
    '感谢你的帮助 辛苦 辛苦了 麻烦你了 麻烦您了 打扰了 再见 再会 拜拜 拜 回见 回头见 下次见 明天见 嗯 哦 噢 收到 知道了 明白 明白了 懂了 了解 了解了 不客气 没事 没事了 没关系 ' +
    '不用了 厉害 真厉害 太厉害了 真棒 太棒了 棒 赞 点赞 太好了 很好 真好 挺好 不错 测试 测试一下 试试 试一下 你是谁 您是谁 你叫什么 你叫什么名字 你会什么 你会做什么 你能做什么 你能干什么 ' +
    '你能干啥 你有什么用 你有什么功能 你可以做什么',
  'hi|hello|hey|yo|good morning|good afternoon|good evening|good night|happy new year|thanks|thanks a lot|many thanks|thank you|' +
    'thank you very much|thank you so much|thx|ty|cheers|bye|bye bye|goodbye|good bye|see you|see ya|ok|okay|great|cool|nice|got it|' +
    'well done|you are welcome|youre welcome|no problem|never mind|test|testing|who are you|what can you do|what are you|how are you',
);

/** What may stand beside it: who is spoken to, particles. Alone they are no small talk. */
const BESIDE = words(
  '你 您 你们 您们 大家 各位 朋友 朋友们 老师 小编 编辑 机器人 剪报 啊 呀 哦 噢 吗 吧 哇 哈 呢 啦 了 嘛 哟 哒',
  'there|bot|everyone|all|again|dear|sir|to you',
);

/** Whether a text is only a greeting, thanks or the like, which wants a friendly word and no clipping. */
export function isSmallTalk(text: string): boolean {
  const bare = fold(text).replace(/[^\p{L}\p{N}\s]/gu, '');
  let said = false;
  let at = 0;
  while (at < bare.length) {
    const spoken = after(bare, at, SAID);
    const end = spoken ?? after(bare, at, BESIDE);
    if (end === undefined) return false;
    said ||= spoken !== undefined;
    at = end;
  }
  return said;
}

/** Where the longest phrase that stands at a place ends. One look a place: no text takes long. */
function after(text: string, at: number, phrases: RegExp): number | undefined {
  phrases.lastIndex = at;
  return phrases.test(text) ? phrases.lastIndex : undefined;
}

/** Matches any of the phrases, the longest that fits, with the blanks after it. */
function words(chinese: string, latin: string): RegExp {
  const phrases = latin.split('|').map((phrase) => `${phrase.replaceAll(' ', '\\s+')}(?![a-z])`);
  const all = [...chinese.split(' '), ...phrases].sort((a, b) => b.length - a.length);
  return new RegExp(`\\s*(?:${all.join('|')})\\s*`, 'y');
}
