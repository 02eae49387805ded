import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { Engine, type IndexedDocument } from '../../src/retrieval/engine/engine.js';

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

function numbered(engine: Engine, { id, text, title }: Document): IndexedDocument {
  const number = (term: string): number => engine.intern(term);
  return { id, text: text.map(number), title: title.map(number) };
}

function engineOf(all: readonly Document[]): Engine {
  const engine = new Engine();
  for (const document of all) engine.add(numbered(engine, document));
  return engine;
}

/** MiniSearch as it comes, with its own layout. */
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

/** Scores that differ only by the order in which numbers were added up count as equal. */
function rounded(found: readonly { id: string; score: number }[]): [id: string, score: string][] {
  return found
    .map(({ id, score }): [string, string] => [id, score.toFixed(9)])
    .sort(([a, one], [b, other]) => Number(other) - Number(one) || (a < b ? -1 : 1));
}

describe('the engine', () => {
  it('finds what MiniSearch finds, with the same scores', () => {
    fc.assert(
      fc.property(documents, fc.uniqueArray(fc.constantFrom(...VOCABULARY)), (all, asked) => {
        const best = engineOf(all).best(
          asked.map((term) => ({ term, weight: 1 })),
          all.length,
        );
        const queries = asked.map((term) => ({ queries: [term], tokenize: (text: string) => [text] }));
        expect(rounded(best)).toEqual(rounded(plainOf(all).search({ combineWith: 'OR', queries })));
      }),
    );
  });

  it('is still MiniSearch: its own search reads the same index', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom(...VOCABULARY), (all, term) => {
        const engine = engineOf(all);
        expect(rounded(engine.search(term))).toEqual(rounded(engine.best([{ term, weight: 1 }], all.length)));
      }),
    );
  });

  it('counts the documents that hold a term', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom(...VOCABULARY), (all, term) => {
        const holding = all.filter(({ text, title }) => text.includes(term) || title.includes(term));
        expect(engineOf(all).documentFrequency(term)).toBe(holding.length);
      }),
    );
  });

  it('is after any additions and removals what it would be had the rest been added at once', () => {
    const steps = fc.array(fc.tuple(fc.boolean(), fc.nat(19)), { maxLength: 60 });
    fc.assert(
      fc.property(documents, steps, (all, made) => {
        const engine = new Engine();
        const held = new Map<string, Document>();
        for (const [adds, number] of made) {
          const document = all[number];
          if (!document || adds === held.has(document.id)) continue;
          if (adds) engine.add(numbered(engine, document));
          else engine.remove(numbered(engine, document));
          if (adds) held.set(document.id, document);
          else held.delete(document.id);
        }
        const asked = VOCABULARY.map((term) => ({ term, weight: 1 }));
        expect(engine.best(asked, 20)).toEqual(engineOf([...held.values()]).best(asked, 20));
      }),
    );
  });

  it('counts a term that stands in a document thousands of times, and forgets it again', () => {
    const flood = { id: 'flood', text: new Array<string>(5_000).fill('哈哈'), title: [] };
    const drop = { id: 'drop', text: ['哈哈'], title: [] };
    const engine = engineOf([flood, drop]);
    expect(engine.best([{ term: '哈哈', weight: 1 }], 2).map(({ id }) => id)).toEqual(['flood', 'drop']);
    engine.remove(numbered(engine, flood));
    expect(engine.best([{ term: '哈哈', weight: 1 }], 2)).toEqual(
      engineOf([drop]).best([{ term: '哈哈', weight: 1 }], 2),
    );
  });
});
