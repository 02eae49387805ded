import type { InlineQueryResultArticle, Message, User } from 'grammy/types';
import { beforeEach, describe, expect, it } from 'vitest';
import { titleQuery } from '../../src/telegram/rendering/share-query.js';
import { clipping, PASSAGE } from './support/fake-answerer.js';
import { useServedBot } from './support/served-bot.js';

const OPENING = '渡口自三月起停运。最后一班渡船由老秦驾驶。';
const bot = useServedBot({ passage1: PASSAGE, ferry: OPENING });
const WHY = '图书馆为什么搬家？';
const FERRY = { title: '青石渡口停运', passage: 'ferry' };
let lin: User;

beforeEach(() => {
  // Answers are cached for a person.
  lin = bot.playground.addUser({ first_name: '林', language_code: 'zh-hans' });
  bot.answers(() => ({ status: 'answered', results: [clipping('旧馆每逢雨季都会漏水')] }));
});

async function type(query: string) {
  const outcome = await bot.playground.typeInline(lin, query);
  if (outcome.status !== 'answered') throw new Error('not answered');
  return { ...outcome, results: outcome.results as InlineQueryResultArticle[] };
}

async function choose(query: string, index: number): Promise<Message> {
  const { queryId, results } = await type(query);
  return bot.playground.chooseInline(lin, queryId, results[index]?.id ?? '', lin);
}

describe('an empty query', () => {
  it('lists examples with what answers them', async () => {
    bot.suggests([WHY, '何敏是谁？']);
    const { results, button } = await type('');
    expect(results.map(({ title, description }) => [title, description])).toEqual([
      [WHY, '旧馆每逢雨季都会漏水'],
      ['何敏是谁？', '旧馆每逢雨季都会漏水'],
    ]);
    expect(button?.text).toContain('输入问题');
  });

  it('sends the clipping of the one that is chosen, with the question above and the citation below', async () => {
    bot.suggests([WHY]);
    const { text, entities } = await choose('', 0);
    expect(text).toBe(`问：${WHY}\n旧馆每逢雨季都会漏水\n《图书馆搬家》`);
    expect(entities?.map(({ type: kind }) => kind)).toEqual(['blockquote', 'text_link']);
  });

  it('lists none that is no longer answered, and says so of what only may be', async () => {
    bot.suggests([WHY, '何敏是谁？']);
    bot.answers(({ text }) =>
      text === WHY
        ? { status: 'refused', reason: 'no-evidence', missing: [], results: [clipping('雨季')] }
        : { status: 'possible', results: [clipping('馆长何敏说')] },
    );
    const { results } = await type('');
    expect(results.map(({ description }) => description)).toEqual(['可能的答案：馆长何敏说']);
  });
});

describe('titles that what is typed may be on its way to', () => {
  it('stand below what answers', async () => {
    bot.suggests([], [FERRY]);
    const { results } = await type('渡口');
    expect(results.map(({ id }) => id)).toEqual(['passage1', 't:ferry']);
    expect(results[1]?.description).toBe('文章开头：渡口自三月起停运。最后一');
  });

  it.each<[status: 'possible' | 'refused', ids: readonly string[]]>([
    ['possible', ['t:ferry', 'passage1']],
    ['refused', ['t:ferry']],
  ])('stand first where what is found is %s', async (status, ids) => {
    bot.suggests([], [FERRY]);
    const results = [clipping('旧馆每逢雨季')];
    bot.answers(() =>
      status === 'refused' ? { status, reason: 'no-evidence', missing: [], results } : { status, results },
    );
    expect((await type('渡口')).results.map(({ id }) => id)).toEqual(ids);
  });

  it('send the beginning of the article, with its citation and a button that asks about it', async () => {
    bot.suggests([], [FERRY]);
    const { text, reply_markup: markup } = await choose('渡口', 1);
    expect(text).toBe('渡口自三月起停运。最后一\n《图书馆搬家》');
    expect(markup?.inline_keyboard).toEqual([
      [{ text: '问问这篇文章', switch_inline_query_current_chat: '《青石渡口停运》 ' }],
    ]);
  });

  it('are left out where their passage is gone', async () => {
    bot.suggests([], [{ title: '没有了', passage: 'gone' }]);
    expect((await type('渡口')).results.map(({ id }) => id)).toEqual(['passage1']);
  });

  it('are not mixed into what a share button asks for', async () => {
    bot.suggests([], [FERRY]);
    expect((await type('#passage1')).results.map(({ id }) => id)).toEqual(['passage1']);
  });

  it.each<[title: string, query: string, why: string]>([
    ['青石渡口停运', '《青石渡口停运》 ', 'limits the question to the article'],
    ['读《诗经》', '读《诗经》', 'has marks of its own, so its words have to find it'],
    ['渡'.repeat(300), '渡'.repeat(256), 'is too long for both'],
  ])('%s is asked about as %s: it %s', (title, query) => {
    expect(titleQuery(title)).toBe(query);
  });
});
