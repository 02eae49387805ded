import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heaviestStretch, highlightsOf, worthOfStretches } from '../../../src/answering/quoting/focus.js';
import { queryTermsOf } from '../../../src/answering/retrieving/query-terms.js';
import { retrieve } from '../../../src/answering/retrieving/retrieve.js';
import { TermFinder } from '../../../src/answering/retrieving/term-places.js';
import { fold } from '../../../src/language/fold.js';
import { analyseQuestion } from '../../../src/language/question.js';
import type { Range } from '../../../src/language/range.js';
import { EmbeddedIndex } from '../../../src/retrieval/embedded-index.js';
import { anyText, cutsPair } from '../../language/texts.js';
import { alone } from '../support.js';

async function worthIn(text: string, question: string): Promise<(part: string) => number> {
  const passage = alone(text);
  const index = new EmbeddedIndex();
  await index.add([passage]);
  const worth = worthOfStretches(await retrieve(index, question), passage);
  return (part) => worth({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
}

describe('a stretch is worth', () => {
  const text = '渡口停运了，渡口很老。大桥通车了。渡口大桥。';
  test('the terms that it holds, each once', async () => {
    const worth = await worthIn(text, '渡口和大桥');
    expect(worth('渡口停运了，')).toBeGreaterThan(0);
    expect(worth('渡口停运了，渡口很老。')).toBe(worth('渡口停运了，'));
    expect(worth('渡口大桥。')).toBeGreaterThan(Math.max(worth('渡口很老。'), worth('大桥通车了。')));
  });

  test('nothing for terms that it cuts or does not hold', async () => {
    const worth = await worthIn(text, '渡口和大桥');
    expect(worth('口停运了，')).toBe(0);
    expect(worth('通车了。')).toBe(0);
  });

  test('what only sounds like a term, too', async () => {
    expect((await worthIn(text, '杜口在哪'))('渡口停运了，')).toBeGreaterThan(0);
  });
});

/** The heaviest stretch, where each character of these weighs one. */
function heaviest(text: string, heavy: string, chars = 100): string {
  const worth = ({ start, end }: Range): number =>
    Array.from(text.slice(start, end)).filter((character) => heavy.includes(character)).length;
  const { start, end } = heaviestStretch({ text }, worth, chars);
  return text.slice(start, end);
}

describe('the heaviest stretch', () => {
  test.each<[what: string, text: string, heavy: string, chars: number, expected: string]>([
    ['is the sentence that says most', '甲。乙丙。丁。', '乙丁', 100, '乙丙。'],
    ['of equals the first', '甲。乙。丙。', '乙丙', 100, '乙。'],
    ['of nothing the first that is not blank', '\n\n甲。乙。', '', 100, '甲。'],
    ['a row of a table', '| 甲 | 乙 |\n| 丙 | 丁 |\n', '丁', 100, '| 丙 | 丁 |\n'],
    ['a clause of a sentence that is too long', '甲乙，丙丁，戊己。庚。', '丙丁己', 5, '丙丁，'],
    ['which may be too long itself', '甲乙丙丁戊己，庚。', '甲', 3, '甲乙丙丁戊己，'],
    ['and empty only where nothing is written', ' \n ', '甲', 100, ''],
  ])('%s', (_, text, heavy, chars, expected) => {
    expect(heaviest(text, heavy, chars)).toBe(expected);
  });
});

function finderOf(question: string): TermFinder {
  return new TermFinder(queryTermsOf(analyseQuestion(question)));
}

/** The highlighted stretches of an excerpt. */
function highlighted(question: string, text: string): string[] {
  return highlightsOf(fold(text), finderOf(question)).map(({ start, end }) => text.slice(start, end));
}

describe('highlights are', () => {
  test.each([
    ['the question’s content words', '图书馆为什么搬家？', '图书馆决定搬家。', ['图书馆', '搬家']],
    ['joined where they touch', '图书馆搬家', '图书馆搬家了', ['图书馆搬家']],
    ['parts of words that segmentation cut otherwise', '天香路全长', '天香大道', ['天香']],
    ['found across scripts and widths', '圖書館的WiFi', '图书馆的ＷＩＦＩ', ['图书馆', 'ＷＩＦＩ']],
    ['numbers in any spelling', '2023年有1.2万人', '二〇二三年共12,000人', ['二〇二三年', '12,000']],
    ['no number inside another', '第5届10月10日', '第15届、5.5米、二十日、第5届十日', ['5', '十日']],
    ['a number before its unit, and the unit', '12千米是多少m', '12km或12000m', ['12', 'm']],
    ['no Latin word inside another', 'AI', 'MAIN的AI', ['AI']],
    ['no asking words', '谁是馆长', '谁都知道馆长', ['馆长']],
    ['no single character, which may be part of any word', '他的书', '书架', []],
    ['nothing where nothing is shared', '火星', '图书馆', []],
  ])('%s', (_, question, text, expected) => {
    expect(highlighted(question, text)).toEqual(expected);
  });

  test('in order, apart, inside the text and outside surrogate pairs, whatever the texts', () => {
    fc.assert(
      fc.property(anyText, anyText, (question, text) => {
        const finder = finderOf(question);
        let at = -1;
        for (const { start, end } of highlightsOf(fold(text), finder)) {
          expect(start).toBeGreaterThan(at);
          expect(end).toBeGreaterThan(start);
          expect(cutsPair(text, start) || cutsPair(text, end)).toBe(false);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
