import { describe, expect, test } from 'vitest';
import { isNames } from '../../../src/corpus/page/bylines.js';
import { expectInProportion } from '../growth.js';

describe('a line of names and nothing else', () => {
  test.each([
    ['李明', true],
    ['（李明 王红）', true],
    ['李　明', true],
    [`${' '.repeat(80)}李明`, true],
    ['昨日开工', false],
    ['李明、王红和张大桥出席', false],
  ])('"%s": %s', (line, names) => {
    expect(isNames(line)).toBe(names);
  });

  test('is told from one of very many blanks in a time in proportion to them', () =>
    expectInProportion((times) => expect(isNames(`桥${' '.repeat(times)}梁`)).toBe(false), 300_000));
});
