import type { Message, User } from 'grammy/types';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer, Citation, Clipping } from '../../src/answering/answer.js';
import { clipping, PASSAGE } from './support/fake-answerer.js';
import { buttons, marked, quotation } from './support/fixture.js';
import { useServedBot } from './support/served-bot.js';

const QUESTION = '3月青石周报第3版上说图书馆为什么搬家？';
const bot = useServedBot(Object.fromEntries(['a', 'b', 'c'].map((id) => [id, PASSAGE])));
let lin: User;

beforeEach(() => {
  lin = bot.playground.addUser({ first_name: '林', language_code: 'zh-hans' });
});

async function ask(text = QUESTION): Promise<Message> {
  bot.playground.say(lin, lin, text);
  return bot.playground.nextMessage(lin);
}

async function press(message: Message, button: string): Promise<Message> {
  const outcome = await bot.playground.press(lin, message, button, lin);
  expect(outcome).toMatchObject({ status: 'answered' });
  return now(message);
}

/** The message as it stands now. */
function now({ message_id }: Message): Message {
  return bot.playground.messages(lin).find((one) => one.message_id === message_id) as Message;
}

function cited(id: string, facts: Partial<Citation> = {}): Partial<Clipping> {
  return { citation: { ...clipping('').citation, id, ...facts } };
}

const PLACES = [
  clipping('旧馆每逢雨季都会漏水', cited('a', { title: '搬家', date: '2025-03-14', when: '2025-03-14' })),
  clipping('两千多册书受潮', cited('b', { title: '漏雨', date: '2025-06-01', when: '2025-06-01' })),
  clipping('馆长何敏说', cited('c', { title: '旧馆' })),
];

function answered(results: readonly Clipping[], rest: Partial<Answer> = {}): Answer {
  return { status: 'answered', results, ...rest } as Answer;
}

describe('other places', () => {
  it('are listed by title and date, and lead to each', async () => {
    bot.answers(() => answered(PLACES));
    const listed = await press(await ask(), '另有 2 处');
    expect(buttons(listed)).toEqual([['《漏雨》 2025年6月1日'], ['《旧馆》'], ['最新的在前', '收起']]);
    expect(quotation(await press(listed, '《旧馆》'))).toBe('馆长何敏说');
  });

  it('can be put in the order of their dates, the newest first', async () => {
    bot.answers(() => answered(PLACES));
    const sorted = await press(await press(await ask(), '另有 2 处'), '最新的在前');
    expect(buttons(sorted)).toEqual([['《漏雨》 2025年6月1日'], ['《旧馆》'], ['最相关的在前', '收起']]);
    const folded = await press(sorted, '收起');
    expect(buttons(folded)[0]).toEqual(['‹', '2/3', '›']);
    expect(quotation(await press(folded, '‹'))).toBe('两千多册书受潮');
  });

  it('is named at once where it is the only one', async () => {
    bot.answers(() => answered(PLACES.slice(0, 2)));
    expect(buttons(await ask())[0]).toEqual(['《漏雨》 2025年6月1日']);
  });
});

describe('relatives of a clipping', () => {
  const place = (id: string, publication: string) =>
    ({ ...clipping('').citation, id, title: '搬家', publication }) as Citation;

  it('are named below it: where else it was printed, and what has taken its place', async () => {
    const also = [place('b', '县报'), place('c', '晚报'), place('d', '晨报')];
    const newer = { ...place('b', '县报'), title: '搬家（更正）' };
    bot.answers(() => answered([{ ...PLACES[0], also, newer } as Clipping]));
    const message = await ask();
    expect(message.text?.split('\n').slice(-2)).toEqual([
      '也见于 《搬家》 · 县报；《搬家》 · 晚报 等 3 处',
      '有更新的一篇：《搬家（更正）》 · 县报',
    ]);
    expect(quotation(await press(message, '更新：《搬家（更正）》'))).toBe(PASSAGE);
  });
});

describe('limits in the question', () => {
  const filters = [
    { kind: 'date', text: '3月', value: '2025-03' },
    { kind: 'publication', text: '青石周报', value: '青石周报' },
    { kind: 'page', text: '第3版', value: '3' },
  ] as const;

  beforeEach(() => {
    bot.answers((_, options) =>
      answered(PLACES.slice(0, 1), {
        filters: filters.map((filter) =>
          options?.without?.includes(filter.kind) ? { ...filter, removed: true } : filter,
        ),
      }),
    );
  });

  it('are chips, each taken away with a tap and put back with another', async () => {
    const message = await ask();
    expect(buttons(message)[0]).toEqual(['3月 ✕', '青石周报 ✕', '第3版 ✕']);
    const wider = await press(message, '第3版 ✕');
    expect(bot.asked.at(-1)?.options?.without).toEqual(['page']);
    const widest = await press(wider, '3月 ✕');
    expect(bot.asked.at(-1)?.options?.without).toEqual(['date', 'page']);
    expect(buttons(widest)[0]).toEqual(['3月 ＋', '青石周报 ✕', '第3版 ＋']);
    await press(widest, '第3版 ＋');
    expect(bot.asked.at(-1)?.options?.without).toEqual(['date']);
  });

  it('that were taken away stay so in the article and on the way back', async () => {
    const wider = await press(await ask(), '第3版 ✕');
    const back = await press(await press(wider, '全文'), '‹ 返回');
    expect(buttons(back)[0]).toEqual(['3月 ✕', '青石周报 ✕', '第3版 ＋']);
  });

  it.each([
    ['date', '3月', '3月的没有找到，下面是不限时间的：'],
    ['publication', '青石周报', '青石周报上没有找到，下面是别处的：'],
    ['page', '第3版', '第3版上没有找到，下面是其他版面的：'],
    ['title', '《搬家》', '《搬家》里没有找到，下面是其他文章里的：'],
  ] as const)('of a %s that left nothing are told of in words, and are no chip', async (kind, text, line) => {
    const left = [{ kind, text, value: text, leftNothing: true }];
    bot.answers(() => answered(PLACES.slice(0, 1), { filters: left }));
    const message = await ask();
    expect(message.text?.split('\n')[0]).toBe(line);
    expect(buttons(message).flat().join()).not.toContain('✕');
  });
});

describe('exact words', () => {
  const phrase = { kind: 'phrase', text: '“漏水”', value: '漏水' } as const;

  it('tell in how many places they stand', async () => {
    bot.answers(() => answered(PLACES, { filters: [phrase], places: 16 }));
    const message = await ask('“漏水”');
    expect(message.text).toMatch(/^“漏水”共出现 16 处：\n/);
    expect(buttons(message).slice(0, 2)).toEqual([['‹', '1/3', '›'], ['“漏水” ✕']]);
  });

  it('that stand nowhere say so, above what is closest', async () => {
    bot.answers(() => ({
      status: 'refused',
      reason: 'no-evidence',
      missing: [],
      results: PLACES,
      filters: [{ ...phrase, leftNothing: true }],
      places: 0,
    }));
    const message = await ask('“漏水”');
    expect(message.text).toBe('“漏水”一处也没有。\n\n最接近的是这些：');
    expect(buttons(message)).toEqual([
      ['《搬家》 2025年3月14日'],
      ['《漏雨》 2025年6月1日'],
      ['《旧馆》'],
      ['有答案了告诉我'],
    ]);
    const opened = await press(message, '《旧馆》');
    expect(opened.text).toMatch(/^最接近的段落，不一定答得上：\n馆长何敏说\n/);
    expect(marked(opened, 'bold')).toEqual([]);
  });
});

describe('passing on', () => {
  const facts = { publication: '青石周报', date: '2025-03-14', when: '2025-03-14', url: 'https://a.cn/1' };

  it('copies the whole citation with its address', async () => {
    bot.answers(() => answered([clipping('旧馆', cited('a', facts))]));
    const { reply_markup } = await ask();
    expect(reply_markup?.inline_keyboard.flat()).toContainEqual({
      text: '复制出处',
      copy_text: { text: '《图书馆搬家》 · 青石周报 · 2025年3月14日 https://a.cn/1' },
    });
  });

  it('shares just this clipping, and what arrives leads back to it', async () => {
    bot.answers(() => answered([PLACES[1], clipping('旧馆', cited('a', facts))] as Clipping[]));
    const { reply_markup } = await press(await ask(), '《图书馆搬家》 2025年3月14日');
    const share = reply_markup?.inline_keyboard.flat().find(({ text }) => text === '转发');
    if (!share || !('switch_inline_query_chosen_chat' in share)) throw new Error('no button to share');
    const { query = '' } = share.switch_inline_query_chosen_chat;
    expect(query).toBe(`#a ${QUESTION}`);
    const outcome = await bot.playground.typeInline(lin, query);
    if (outcome.status !== 'answered') throw new Error('not answered');
    expect(outcome.results.map(({ id }) => id)).toEqual(['a']);
    const friends = bot.playground.addGroup({ title: '邻居', members: [lin], bot: 'absent' });
    const sent = bot.playground.chooseInline(lin, outcome.queryId, 'a', friends);
    expect(sent.text).toBe('旧馆\n《图书馆搬家》 · 青石周报 · 2025年3月14日 · 看全文');
    expect(sent.entities).toContainEqual(
      expect.objectContaining({ type: 'text_link', url: 'https://t.me/jianbao_bot?start=c_a' }),
    );
  });

  it('takes a query of that form that names no passage for a question', async () => {
    bot.answers(() => answered(PLACES));
    const outcome = await bot.playground.typeInline(lin, '#nothing');
    expect(outcome).toMatchObject({ results: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] });
    expect(bot.asked.at(-1)?.question.text).toBe('#nothing');
  });

  it('opens the article by its link, with buttons that need no question', async () => {
    const opened = await ask('/start c_a');
    expect(quotation(opened)).toBe(PASSAGE);
    expect(buttons(opened)).toEqual([['复制出处', '转发']]);
  });
});

describe('a source that is a channel', () => {
  const POST = `【馆务】${PASSAGE}`;

  function channel(bot_: 'administrator' | 'absent', text = POST) {
    const news = bot.playground.addGroup({ title: '馆务', type: 'channel', bot: bot_, members: [lin] });
    const post = bot.playground.say(news, lin, text);
    const url = `https://t.me/c/${String(news.id).replace('-100', '')}/${post.message_id}`;
    bot.answers(() => answered([clipping('图书馆搬家…旧馆每逢雨季都会漏水', cited('a', { url }))]));
    return { news, post };
  }

  async function quote() {
    const message = await ask('图书馆为什么搬家？');
    const outcome = await bot.playground.press(lin, message, '引用原帖', lin);
    return { outcome, last: bot.playground.messages(lin).at(-1) as Message, message };
  }

  it('is quoted by Telegram itself, which checks every character', async () => {
    const { post, news } = channel('administrator');
    const { last } = await quote();
    expect(last.quote).toMatchObject({ text: '旧馆每逢雨季都会漏水', position: POST.indexOf('旧馆') });
    expect(last.external_reply).toMatchObject({ chat: { id: news.id }, message_id: post.message_id });
    expect(last.text).toBe('《图书馆搬家》');
  });

  it('is replied to as a whole where it says something else by now', async () => {
    channel('administrator', '这一条改过了。');
    const { last } = await quote();
    expect(last.quote).toBeUndefined();
    expect(last.external_reply).toBeDefined();
  });

  it('is linked to where the bot cannot see it', async () => {
    channel('absent');
    const { outcome, last, message } = await quote();
    expect(outcome).toMatchObject({ text: '这里引用不了原帖，点标题可以打开看。' });
    expect(last.message_id).toBe(message.message_id);
    expect(message.entities).toContainEqual(
      expect.objectContaining({ type: 'text_link', url: expect.stringContaining('https://t.me/c/') }),
    );
  });
});
