import { describe, expect, test } from 'vitest';
import { searchInSteps } from '../../../src/retrieval/opensearch/score.js';

const STATISTICS = { size: 1_000_000, textLength: 9e7, titleLength: 5e6 };

/** A search for so many terms. */
function searchFor(count: number) {
  const terms = Array.from({ length: count }, (_, i) => ({ term: `词${i}`, weight: 1 }));
  const frequency = new Map(terms.map(({ term }) => [term, { either: 30, text: 30, title: 1 }]));
  const { body, scored } = searchInSteps(terms, frequency, STATISTICS, [{ term: { folders: 'a' } }], 32);
  const search = body as {
    size: number;
    query: { script_score: { query: { bool: { should: object[]; filter: object[] } } } };
    rescore: {
      window_size: number;
      query: { rescore_query: { script_score: { script: { params: { terms: string[] } } } } };
    };
  };
  return { ...search, scored };
}

/** How many clauses an engine counts, of which it takes 1,024. */
function clauses(query: unknown): number {
  if (typeof query !== 'object' || query === null) return 0;
  const own = 'term' in query || 'terms' in query ? 1 : 0;
  return own + Object.values(query).reduce((sum: number, part) => sum + clauses(part), 0);
}

describe('a search in steps', () => {
  test.each([1, 30, 150, 151, 1_300])('for %i terms has no more clauses than an engine takes', (count) => {
    const { query } = searchFor(count);
    expect(clauses(query)).toBeLessThanOrEqual(1_024);
  });

  test.each([30, 1_300])('scores by each of %i terms what was chosen', (count) => {
    const { rescore } = searchFor(count);
    expect(rescore.query.rescore_query.script_score.script.params.terms).toHaveLength(count);
  });

  test.each([30, 1_300])(
    'has all scored exactly that it brings, for %i terms, and some more than are wanted',
    (count) => {
      const { size, rescore, scored } = searchFor(count);
      expect(size).toBeGreaterThan(32);
      expect(scored).toBeGreaterThanOrEqual(size);
      expect(rescore.window_size).toBe(scored);
    },
  );

  test('heeds filters', () => {
    expect(searchFor(3).query.script_score.query.bool.filter).toEqual([{ term: { folders: 'a' } }]);
  });
});
