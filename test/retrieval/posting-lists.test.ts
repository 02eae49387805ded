import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf, frequencyOf, PostingLists } from '../../src/retrieval/inverted-index/posting-lists.js';

/** The postings of each term as plain pairs of document and frequency. */
type Model = [document: number, frequency: number][][];

function listed(lists: PostingLists, term: number): Model[number] {
  const start = lists.start(term);
  const postings = lists.pool.subarray(start, start + lists.count(term));
  return Array.from(postings, (posting) => [documentOf(posting), frequencyOf(posting)]);
}

/** Lists of so many terms, as they were kept on disk: each is in as many documents as its number tells. */
function restored(terms: number): { lists: PostingLists; model: Model } {
  const model = Array.from({ length: terms }, (_, term): Model[number] =>
    Array.from({ length: term % 4 }, (_, document) => [document, 1]),
  );
  const postings = model.flatMap((list) => list.map(([document]) => (document << 8) | 1));
  const counts = Uint32Array.from(model, (list) => list.length);
  return { lists: PostingLists.restore(counts, Uint32Array.from(postings)), model };
}

describe('posting lists', () => {
  it('hold what plain lists would hold, however many terms come to however many that were restored', () => {
    const step = fc.record({ terms: fc.nat(400), least: fc.nat(400), goes: fc.boolean() });
    fc.assert(
      fc.property(fc.nat(100), fc.array(step, { maxLength: 30 }), (terms, steps) => {
        const { lists, model } = restored(terms);
        steps.forEach(({ terms, least, goes }, i) => {
          const document = 10 + i;
          for (let term = least; term < least + terms; term++) {
            lists.append(term, document, 1 + (term % 3));
            model[term] = [...(model[term] ?? []), [document, 1 + (term % 3)]];
            if (!goes || term % 2 === 0) continue;
            const [gone] = (model[term] as Model[number]).splice(0, 1);
            lists.delete(term, gone?.[0] ?? -1);
          }
        });
        for (let term = 0; term < 900; term++) expect(listed(lists, term)).toEqual(model[term] ?? []);
      }),
    );
  });
});
