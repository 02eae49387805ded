import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Judgement, Judgements, parseJudgements } from '../../../lab/data/judgements.js';
import { parseWorld } from '../../../lab/data/world.js';
import { readSet } from '../../../lab/eval/set.js';

const DATA = fileURLToPath(new URL('../../../lab/data/', import.meta.url));
const FOLDER = `${DATA}judgements/`;

describe('judgements are read', () => {
  test('of columns between tabs', () => {
    const text = '# for people\nferry-01\t末班几点\tbus-02\t21:40\t-\n\n';
    expect(parseJudgements(text)).toEqual([
      { home: 'ferry-01', question: '末班几点', article: 'bus-02', readings: ['21:40', undefined] },
    ]);
  });

  test.each(['ferry-01\t末班几点\tbus-02\t21:40', 'ferry-01\t末班几点\tbus-02\t\t-', 'a\tb\tc\td\te\tf'])(
    'and no line of another form: %j',
    (line) => expect(() => parseJudgements(`#\n${line}`)).toThrow('Line 2'),
  );
});

describe('an article answers a question of another', () => {
  const of = (article: string, ...readings: Judgement['readings']): Judgement => ({
    home: 'ferry-01',
    question: '末班几点',
    article,
    readings,
  });
  const judgements = new Judgements([
    of('both', '21:40', '末班21:40'),
    of('same', '21:40', '21:40'),
    of('one', '21:40', undefined),
    of('none', undefined, undefined),
  ]);
  test.each<[article: string, answers: readonly string[] | undefined]>([
    ['both', ['21:40', '末班21:40']],
    ['same', ['21:40']],
    ['one', []],
    ['none', []],
    ['unread', undefined],
  ])('where both readers found it: %s', (article, answers) => {
    expect(judgements.answersIn({ passage: 'ferry-01', text: '末班几点' }, article)).toEqual(answers);
    expect(judgements.answersIn({ passage: 'ferry-02', text: '末班几点' }, article)).toBeUndefined();
  });
});

describe('what is kept', () => {
  const texts = new Map<string, string>();
  const questions = new Set<string>();
  for (const name of readdirSync(`${DATA}worlds`))
    for (const article of parseWorld(readFileSync(`${DATA}worlds/${name}`, 'utf8'), name).articles) {
      const { id, title, text, answered, nearMisses } = article;
      texts.set(id, `${title}\n${text}`);
      for (const one of [...answered, ...nearMisses]) questions.add(`${id}\t${one.text}`);
    }
  for (const { id, title, text } of readSet(`${DATA}everyday.json`).passages)
    texts.set(id, `${title}\n${text}`);
  const kept = readdirSync(FOLDER).flatMap((name) =>
    parseJudgements(readFileSync(`${FOLDER}${name}`, 'utf8')),
  );

  test('is of questions that are asked, on other articles than their own, each once', () => {
    expect(kept.length).toBeGreaterThan(200);
    expect(kept.filter(({ home, question }) => !questions.has(`${home}\t${question}`))).toEqual([]);
    expect(kept.filter(({ home, article }) => home === article || !texts.has(article))).toEqual([]);
    expect(new Judgements(kept).size).toBe(kept.length);
  });

  test('finds its stretches as they stand in the article', () => {
    const wrong = kept.flatMap(({ article, readings }) =>
      readings.filter((stretch) => stretch !== undefined && !texts.get(article)?.includes(stretch)),
    );
    expect(wrong).toEqual([]);
  });
});
