import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answering/answer.js';
import { clipping, fakeAnswerer, PASSAGE } from '../support/fake-answerer.js';
import { answered, harness, LIN, QUESTION } from '../support/harness.js';

describe('words of the question that an article lacks', () => {
  const EXCERPT = '旧馆每逢雨季都会漏水';
  const lacking = clipping(EXCERPT, { unmentioned: ['副馆长'] });
  const inline = {
    inline_query: { id: 'i', from: LIN, query: QUESTION, offset: '' },
  };

  it('are named above its clipping', async () => {
    const { say, calls, log } = harness(fakeAnswerer(answered(lacking)));
    await say(QUESTION);
    expect(calls[0]?.payload.text).toMatch(new RegExp(`^注意，这篇文章没有提到“副馆长”：\n${EXCERPT}`));
    expect(log).toEqual([]);
  });

  it('are six at most, and shortened', async () => {
    const many = Array.from({ length: 9 }, (_, n) => `${n}`.repeat(99));
    const { say, calls } = harness(fakeAnswerer(answered(clipping(EXCERPT, { unmentioned: many }))));
    await say(QUESTION);
    expect(String(calls[0]?.payload.text).split('\n')[0]?.length).toBeLessThan(300);
    expect(calls[0]?.payload.text).not.toContain('6');
  });

  it('are not told in another chat, where nobody sees the question', async () => {
    const { give, calls } = harness(fakeAnswerer(answered(lacking)));
    await give(inline);
    expect(JSON.stringify(calls)).toContain(EXCERPT);
    expect(JSON.stringify(calls)).not.toContain('副馆长');
  });

  it('are not told of the nearest passages, which are no answer anyway', async () => {
    const refused: Answer = { status: 'refused', reason: 'no-evidence', missing: [], results: [lacking] };
    const { press, calls } = harness(fakeAnswerer(() => refused));
    await press('p:passage1');
    expect(JSON.stringify(calls)).toContain('最接近的段落，不一定答得上：');
    expect(JSON.stringify(calls)).not.toContain('副馆长');
  });
});

describe('the verbatim promise, where a message is sent', () => {
  it('lets a faithful clipping through, with answer and words marked', async () => {
    const excerpt = '旧馆每逢雨季都会漏水';
    const faithful = clipping(excerpt, { answer: { start: 4, end: 6 }, highlights: [{ start: 0, end: 2 }] });
    const { say, calls, log } = harness(fakeAnswerer(answered(faithful)));
    await say(QUESTION);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.payload.entities).toMatchObject([
      { type: 'blockquote', offset: 0, length: excerpt.length },
      { type: 'underline', offset: 0, length: 2 },
      { type: 'bold', offset: 4, length: 2 },
      { type: 'text_link' },
    ]);
    expect(log).toEqual([]);
  });

  it.each([
    ['a character more', '旧馆每逢雨季都会大漏水'],
    ['a word changed', '旧馆每逢旱季都会漏水'],
    ['words put together that stand apart', '馆长何敏说旧馆漏水'],
  ])('holds back a clipping with %s, and logs an error that does not repeat it', async (_, excerpt) => {
    const { say, calls, log } = harness(fakeAnswerer(answered(clipping(excerpt))));
    await say(QUESTION);
    expect(calls.map(({ payload }) => payload.text)).toEqual(['文章里没有找到答案。换个说法再问问看？']);
    expect(log.join()).toContain('"passage":"passage1"');
    expect(log.join()).not.toContain(excerpt);
  });

  it('sends the faithful ones among several, and counts only those', async () => {
    const second = { ...clipping('').citation, id: 'passage2' };
    const clippings = [clipping('旧馆从不漏水'), clipping('旧馆每逢雨季', { citation: second })];
    const { say, calls } = harness(
      fakeAnswerer(answered(...clippings), { passage1: PASSAGE, passage2: PASSAGE }),
    );
    await say(QUESTION);
    expect(calls[0]?.payload.text).toMatch(/^旧馆每逢雨季\n/);
    expect(JSON.stringify(calls[0]?.payload.reply_markup)).not.toContain('1/2');
  });

  it('leaves out a clipping whose passage has gone', async () => {
    const { say, calls } = harness(fakeAnswerer(answered(clipping('旧馆每逢雨季')), {}));
    await say(QUESTION);
    expect(calls[0]?.payload.text).toContain('没有找到答案');
  });

  it('asks again when the collection was replaced between answer and check', async () => {
    const gone = { ...clipping('').citation, id: 'gone' };
    const answerers = fakeAnswerer(() => {
      version++;
      return version === 1
        ? { status: 'answered', results: [clipping('旧馆每逢雨季', { citation: gone })] }
        : { status: 'answered', results: [clipping('三年里有两千多册书受潮')] };
    });
    let version = 0;
    const { say, calls } = harness({
      ...answerers,
      get version() {
        return String(Math.min(version, 1));
      },
    });
    await say(QUESTION);
    expect(calls[0]?.payload.text).toMatch(/^三年里有两千多册书受潮\n/);
  });
});

describe('citations', () => {
  it.each([
    ['only what there is', {}, '《图书馆搬家》'],
    [
      'everything there is',
      {
        publication: '青石周报',
        date: '2025-03-14',
        page: '2',
        byline: '林晓雯',
        lines: [3, 9],
        when: '2025-03-14',
        section: ['搬迁始末', '漏水'],
        url: 'https://example.cn/1',
      },
      '《图书馆搬家》 › 搬迁始末 › 漏水 · 青石周报 · 2025年3月14日 · 第2版 · 林晓雯',
    ],
    [
      'a date in the source’s own words',
      { date: '民国二十六年七月', when: '1937-07' },
      '《图书馆搬家》 · 民国二十六年七月',
    ],
    ['a month that only the folder tells', { when: '2025-03' }, '《图书馆搬家》 · 2025年3月'],
    ['a page that is no number', { page: '文化周刊' }, '《图书馆搬家》 · 文化周刊'],
    ['a title with marks of its own', { title: '《茶馆》重演' }, '《茶馆》重演'],
    ['an address that is none', { url: 'javascript:alert(1)' }, '《图书馆搬家》'],
    ['a line break in the title', { title: '图书馆\n搬家' }, '《图书馆 搬家》'],
    ['no title at all', { title: ' ' }, '《…》'],
  ] as const)('state %s', async (_, facts, expected) => {
    const citation = { ...clipping('').citation, ...facts };
    const { say, calls } = harness(fakeAnswerer(answered(clipping('旧馆', { citation }))));
    await say(QUESTION);
    expect(calls[0]?.payload.text).toBe(`旧馆\n${expected}`);
  });

  it('lead to the article’s own address, else to its place with the bot', async () => {
    for (const [url, expected] of [
      ['https://example.cn/1', 'https://example.cn/1'],
      [undefined, 'https://t.me/jianbao_bot?start=c_passage1'],
      ['javascript:alert(1)', 'https://t.me/jianbao_bot?start=c_passage1'],
    ] as const) {
      const citation = { ...clipping('').citation, ...(url && { url }) };
      const { say, calls } = harness(fakeAnswerer(answered(clipping('旧馆', { citation }))));
      await say(QUESTION);
      expect(calls[0]?.payload.entities).toContainEqual(
        expect.objectContaining({ type: 'text_link', url: expected }),
      );
    }
  });

  it('name file and lines to administrators, as code, and to nobody else', async () => {
    const { say, calls } = harness(fakeAnswerer(answered(clipping('旧馆'))), new Set([LIN.id]));
    await say(QUESTION);
    expect(calls[0]?.payload.text).toBe('旧馆\n《图书馆搬家》\nweekly.txt 第 3 行');
    expect(calls[0]?.payload.entities).toContainEqual({ type: 'code', offset: 11, length: 10 });
    const other = harness(fakeAnswerer(answered(clipping('旧馆'))), new Set([2]));
    await other.say(QUESTION);
    expect(JSON.stringify(other.calls)).not.toContain('weekly.txt');
  });

  it('stay short however long the facts are', async () => {
    const long = '很长的'.repeat(500);
    const citation = {
      ...clipping('').citation,
      title: long,
      publication: long,
      byline: long,
      source: `${long}/${long}.md`,
    };
    const { say, calls } = harness(fakeAnswerer(answered(clipping('旧馆', { citation }))));
    await say(QUESTION);
    expect(String(calls[0]?.payload.text).length).toBeLessThan(500);
  });
});

describe('when something breaks', () => {
  const broken = () => {
    throw new Error('the index is on fire');
  };

  it('says so in a private chat, and logs what happened', async () => {
    const { say, calls, log } = harness(fakeAnswerer(broken));
    await say(QUESTION);
    expect(calls.map(({ payload }) => payload.text)).toEqual([expect.stringContaining('出了点问题')]);
    expect(log.join()).toContain('an update could not be handled');
    expect(log.join()).not.toContain(QUESTION);
  });

  it('ends the spinning of a button', async () => {
    const { press, calls } = harness(fakeAnswerer(broken));
    await press('p:passage1');
    expect(calls).toMatchObject([
      { method: 'answerCallbackQuery', payload: { text: expect.stringContaining('出了点问题') } },
    ]);
  });
});

describe('buttons', () => {
  it('of another make are answered and do nothing', async () => {
    const { press, calls } = harness(fakeAnswerer(answered(clipping('旧馆'))));
    await press('like:1');
    expect(calls.map(({ method }) => method)).toEqual(['answerCallbackQuery']);
  });

  it('to a passage that has gone say so', async () => {
    const { press, calls } = harness(fakeAnswerer(answered(clipping('旧馆'))));
    await press('p:passage9');
    expect(calls).toMatchObject([
      { method: 'answerCallbackQuery', payload: { text: expect.stringContaining('已经不在了') } },
    ]);
  });
});
