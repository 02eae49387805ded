import { describe, expect, test } from 'vitest';
import { isTypoOf } from '../../src/corpus/typo.js';

describe('a typing error', () => {
  test.each([
    ['left out', 'titl', true],
    ['left out at the front', 'itle', true],
    ['added', 'titlee', true],
    ['doubled', 'tittle', true],
    ['exchanged', 'tutle', true],
    ['in each other’s place', 'titel', true],
    ['none', 'title', false],
    ['two of them', 'tutel', false],
    ['two apart', 'lttie', false],
    ['another word', 'tag', false],
    ['nothing', '', false],
  ])('%s', (_, word, is) => {
    expect(isTypoOf(word, 'title')).toBe(is);
  });
});
