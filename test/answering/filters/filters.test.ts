import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Answerer } from '../../../src/answering/answer.js';
import { createAnswerer } from '../../../src/answering/answerer.js';
import { readCollection } from '../../../src/corpus/collection.js';
import { passagesOf } from '../../../src/corpus/passages.js';
import { EmbeddedIndex } from '../../../src/retrieval/embedded-index.js';
import { ListedArticles } from '../../../src/retrieval/listed-articles.js';
import { removeFolder, writtenFolder } from '../../corpus/folder.js';
import { theReader } from '../reader.js';
import { FILES, NOW } from './collection.js';
import { type FilterCase, QUESTIONS } from './questions.js';

/** How many have to be right; 63 of 63 were when it was set. */
const LEAST_RIGHT = 61;

let answerer: Answerer;
let answers: readonly Answer[];

beforeAll(async () => {
  const folder = writtenFolder(FILES);
  const { articles } = await readCollection(folder);
  removeFolder(folder);
  const index = new EmbeddedIndex();
  await index.add(articles.flatMap((article) => passagesOf(article)));
  const clock = { now: () => NOW, timeZone: 'Asia/Shanghai' };
  answerer = createAnswerer(index, new ListedArticles(() => articles), await theReader(), clock);
  const given: Answer[] = [];
  for (const { question } of QUESTIONS) given.push(await answerer.answer({ text: question }));
  answers = given;
}, 120_000);

function faultOf(
  { first, filters = [], leftNothing = false, places }: FilterCase,
  answer: Answer,
): string | undefined {
  const excerpt = answer.results[0]?.excerpt ?? '';
  if (first !== undefined && !excerpt.includes(first)) return `quotes ${excerpt}`;
  const kinds = (answer.filters ?? []).map(({ kind }) => kind);
  if (kinds.join() !== filters.join()) return `filters ${kinds.join()}`;
  if ((answer.filters?.some((filter) => filter.leftNothing) ?? false) !== leftNothing) return 'left nothing';
  if (places !== undefined && answer.places !== places) return `places ${answer.places}`;
  return undefined;
}

test('most questions bring what they should', () => {
  const faults = QUESTIONS.map((asked, i) => [asked.question, faultOf(asked, answers[i] as Answer)] as const);
  const wrong = faults.filter(([, fault]) => fault !== undefined);
  process.stdout.write(`${QUESTIONS.length - wrong.length} right of ${QUESTIONS.length}\n`);
  for (const [question, fault] of wrong) process.stdout.write(`  ${question}: ${fault}\n`);
  expect(QUESTIONS.length - wrong.length).toBeGreaterThanOrEqual(LEAST_RIGHT);
});

function answerTo(question: string): Answer {
  return answers[QUESTIONS.findIndex((asked) => asked.question === question)] as Answer;
}

describe('what comes back', () => {
  test('of a text that was printed twice: one result, with both places', () => {
    const [first] = answerTo('植树节种下多少香樟').results;
    expect(first?.also).toHaveLength(1);
    expect(new Set([first?.citation.publication, first?.also?.[0]?.publication])).toEqual(
      new Set(['柳江日报', '梅溪晚报']),
    );
  });

  test('of an article that a newer one replaces: that there is a newer one', () => {
    const { results } = answerTo('现在居民医保缴费多少');
    const old = results.find(({ citation }) => citation.date === '2021-01-10');
    expect(old?.newer?.date).toBe('2026-01-06');
    expect(results[0]?.newer).toBeUndefined();
  });

  test('of a filter: what was said and what was understood', () => {
    expect(answerTo('去年夏天暴雨转移了多少群众').filters).toEqual([
      { kind: 'date', text: '去年夏天', value: '2025-06-01/2025-08-31' },
    ]);
  });
});

describe('a limit that the asker takes away', () => {
  test('is not heeded, its words are not looked for, and it can be told of', async () => {
    const question = { text: '3月8日柳江日报第3版上的门票多少钱' };
    const heeded = await answerer.answer(question);
    expect(heeded.filters?.map(({ kind, removed }) => [kind, removed])).toEqual([
      ['date', undefined],
      ['publication', undefined],
      ['page', undefined],
    ]);
    const { filters, results } = await answerer.answer(question, { without: ['page', 'date'] });
    expect(filters?.map(({ kind, removed = false }) => [kind, removed])).toEqual([
      ['date', true],
      ['publication', false],
      ['page', true],
    ]);
    expect(new Set(results.map(({ citation }) => citation.publication))).toEqual(new Set(['柳江日报']));
    const free = await answerer.answer(question, { without: ['page', 'date', 'publication'] });
    const plain = await answerer.answer({ text: '门票多少钱' });
    expect(free.results).toEqual(plain.results);
  });

  test('may be exact words, which are then looked for like any', async () => {
    const exact = await answerer.answer({ text: '“夜市开张”' });
    const loose = await answerer.answer({ text: '“夜市开张”' }, { without: ['phrase'] });
    expect(exact.places).toBeGreaterThan(0);
    expect(loose).toMatchObject({ filters: [{ kind: 'phrase', removed: true }] });
    expect(loose.places).toBeUndefined();
  });
});
