import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { TimeSlice } from '../../src/corpus/time-slice.js';
import { type IndexedDocument, InvertedIndex } from '../../src/retrieval/inverted-index/inverted-index.js';

/** A document as its terms, one entry an occurrence. */
interface Document {
  readonly id: string;
  readonly text: readonly string[];
  readonly title: readonly string[];
}

/** Terms as Chinese archives have them: mostly two characters, some words, numbers and Latin ones. */
const VOCABULARY =
  '大桥 桥施 施工 图书馆 11月 21点 12000 app 市集 城南 南片 停水 水塔 白鹤 芦苇 渡口 𠮷野 ａ'.split(' ');

const terms = fc.array(fc.constantFrom(...VOCABULARY), { maxLength: 12 });
const documents = fc
  .array(fc.record({ text: terms, title: terms }), { maxLength: 20 })
  .map((all) => all.map((fields, i): Document => ({ id: `d${i}`, ...fields })));

function numbered(index: InvertedIndex, { id, text, title }: Document): IndexedDocument {
  const number = (term: string): number => index.intern(term);
  return { id, text: text.map(number), title: title.map(number) };
}

function indexOf(all: readonly Document[]): InvertedIndex {
  const index = new InvertedIndex();
  for (const document of all) index.add(numbered(index, document));
  return index;
}

async function remove(index: InvertedIndex, ids: readonly string[]): Promise<void> {
  for (const document of await index.held(ids, new TimeSlice(5))) index.remove(document);
}

function neutral(terms: readonly string[]): { term: string; weight: number }[] {
  return terms.map((term) => ({ term, weight: 1 }));
}

/** MiniSearch as it comes, whose scores are the measure. */
function plainOf(all: readonly Document[]): MiniSearch<Document> {
  const plain = new MiniSearch<Document>({
    fields: ['text', 'title'],
    stringifyField: (terms: readonly string[]) => terms.join(' '),
    tokenize: (text) => text.split(' ').filter((term) => term !== ''),
    processTerm: (term) => term,
  });
  plain.addAll(all);
  return plain;
}

function foundByPlain(plain: MiniSearch<Document>, asked: readonly string[]): [id: string, score: string][] {
  const queries = asked.map((term) => ({ queries: [term], tokenize: (text: string) => [text] }));
  return rounded(plain.search({ combineWith: 'OR', queries }));
}

/** Scores that differ only by the order in which numbers were added up count as equal. */
function rounded(found: readonly { id: string; score: number }[]): [id: string, score: string][] {
  return found
    .map(({ id, score }): [string, string] => [id, score.toFixed(9)])
    .sort(([a, one], [b, other]) => Number(other) - Number(one) || (a < b ? -1 : 1));
}

const asked = fc.uniqueArray(fc.constantFrom(...VOCABULARY));

describe('an inverted index', () => {
  it('finds what MiniSearch finds, with the same scores', () => {
    fc.assert(
      fc.property(documents, asked, (all, terms) => {
        const found = indexOf(all).search(neutral(terms), all.length);
        expect(rounded(found)).toEqual(foundByPlain(plainOf(all), terms));
      }),
    );
  });

  it('weighs terms as MiniSearch boosts them', () => {
    const weights = fc.array(fc.double({ min: 0.1, max: 3, noNaN: true }), {
      minLength: VOCABULARY.length,
      maxLength: VOCABULARY.length,
    });
    fc.assert(
      fc.property(documents, asked, weights, (all, terms, weights) => {
        const weighted = terms.map((term, i) => ({ term, weight: weights[i] as number }));
        const boosted = plainOf(all).search(terms.join(' '), {
          boostTerm: (_, i) => weights[i] as number,
        });
        expect(rounded(indexOf(all).search(weighted, all.length))).toEqual(rounded(boosted));
      }),
    );
  });

  it('finds after removals what MiniSearch finds after the same', async () => {
    await fc.assert(
      fc.asyncProperty(documents, fc.func(fc.boolean()), asked, async (all, goes, terms) => {
        const index = indexOf(all);
        const plain = plainOf(all);
        const gone = all.filter((document) => goes(document.id));
        await remove(
          index,
          gone.map(({ id }) => id),
        );
        plain.removeAll([...gone]);
        expect(rounded(index.search(neutral(terms), all.length))).toEqual(foundByPlain(plain, terms));
      }),
    );
  });

  it('counts the documents that hold a term', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom(...VOCABULARY), (all, term) => {
        const holding = all.filter(({ text, title }) => text.includes(term) || title.includes(term));
        expect(indexOf(all).documentFrequency(term)).toBe(holding.length);
      }),
    );
  });

  it('knows the terms of the documents that it holds, each once a field', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (all) => {
        const index = indexOf(all);
        const held = await index.held(
          all.map(({ id }) => id),
          new TimeSlice(5),
        );
        const distinct = (terms: readonly number[]) => [...new Set(terms)].sort((a, b) => a - b);
        const expected = all.map((document) => {
          const { id, text, title } = numbered(index, document);
          return { id, text: distinct(text), title: distinct(title) };
        });
        expect(held).toEqual(expected);
      }),
    );
  });

  it('is after any additions and removals what it would be had the rest been added at once', async () => {
    const round = fc.array(fc.nat(19), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(documents, fc.array(round, { maxLength: 12 }), async (all, rounds) => {
        const index = new InvertedIndex();
        const held = new Map<string, Document>();
        for (const numbers of rounds) {
          // Those of a round that are held go together; then those come that were not.
          const some = [...new Set(numbers)].flatMap((number) => all[number] ?? []);
          const [gone, fresh] = [
            some.filter(({ id }) => held.has(id)),
            some.filter(({ id }) => !held.has(id)),
          ];
          await remove(
            index,
            gone.map(({ id }) => id),
          );
          for (const document of fresh) index.add(numbered(index, document));
          for (const { id } of gone) held.delete(id);
          for (const document of fresh) held.set(document.id, document);
        }
        const once = indexOf([...held.values()]);
        const terms = neutral(VOCABULARY);
        expect(index.search(terms, 20)).toEqual(once.search(terms, 20));
        for (const term of VOCABULARY)
          expect(index.documentFrequency(term)).toBe(once.documentFrequency(term));
      }),
    );
  });

  it('counts a term that stands in a document thousands of times, and forgets it again', async () => {
    const flood = { id: 'flood', text: new Array<string>(5_000).fill('哈哈'), title: [] };
    const drop = { id: 'drop', text: ['哈哈'], title: [] };
    const index = indexOf([flood, drop]);
    expect(index.search(neutral(['哈哈']), 2).map(({ id }) => id)).toEqual(['flood', 'drop']);
    await remove(index, ['flood']);
    expect(index.search(neutral(['哈哈']), 2)).toEqual(indexOf([drop]).search(neutral(['哈哈']), 2));
  });
});
