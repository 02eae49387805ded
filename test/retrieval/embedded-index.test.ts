import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Passage } from '../../src/corpus/article.js';
import { termsOf } from '../../src/language/terms.js';
import { EmbeddedIndex } from '../../src/retrieval/embedded-index.js';
import type { SearchOutcome } from '../../src/retrieval/passage-index.js';
import { describePassageIndex } from './passage-index.contract.js';
import { NOTICES, passageOf } from './passages.js';

describePassageIndex('EmbeddedIndex', () => new EmbeddedIndex());

const WORDS =
  '大桥 封闭 施工 图书馆 延长 开放 公交车 停水 居民 11月3日 1.2万 百分之五 App 𠮷野家 市集 ， 。'.split(' ');
const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 })
  .map((words) => words.join(''));

/** One of eight passages, in one of the shapes that it takes in the course of time. */
const passage = fc
  .record({ id: fc.nat(7).map((n) => `p${n}`), title: text, text, line: fc.nat(3) })
  .map((sketch) => passageOf({ ...sketch, line: sketch.line + 1 }));

type Step = { readonly remove: readonly string[]; readonly add: readonly Passage[] };
const step: fc.Arbitrary<Step> = fc.record({
  remove: fc.array(
    fc.nat(9).map((n) => `p${n}`),
    { maxLength: 4 },
  ),
  add: fc.uniqueArray(passage, { maxLength: 4, selector: ({ id }) => id }),
});

const QUERY = [...new Set(WORDS.flatMap(termsOf))].map((term) => ({ term, weight: 1 }));

async function indexOf(passages: Iterable<Passage>): Promise<EmbeddedIndex> {
  const index = new EmbeddedIndex();
  await index.add([...passages]);
  return index;
}

/** What is in the index after the steps, by a plain `Map`; a step that adds what is held is refused whole. */
function contentAfter(steps: readonly Step[]): Map<string, Passage> {
  const held = new Map<string, Passage>();
  for (const { remove, add } of steps) {
    if (add.some(({ id }) => held.has(id) && !remove.includes(id))) continue;
    for (const id of remove) held.delete(id);
    for (const fresh of add) held.set(fresh.id, fresh);
  }
  return held;
}

describe('after any sequence of changes the index', () => {
  const steps = fc.array(step, { maxLength: 12 });

  it('holds what a plain Map would hold', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (made) => {
        const index = new EmbeddedIndex();
        await Promise.allSettled(made.map((one) => index.update(one)));
        const held = contentAfter(made);
        expect(index.state.size).toBe(held.size);
        for (let n = 0; n < 10; n++) expect(await index.get(`p${n}`)).toEqual(held.get(`p${n}`));
        const { documentFrequency } = await index.search(QUERY, 10);
        for (const { term } of QUERY) {
          const holding = [...held.values()].filter(({ text, article }) =>
            [...termsOf(text), ...termsOf(article.title)].includes(term),
          );
          expect([term, documentFrequency.get(term)]).toEqual([term, holding.length]);
        }
      }),
    );
  });

  it('finds what a fresh index of the same content finds, with the same scores and version', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (made) => {
        const index = new EmbeddedIndex();
        await Promise.allSettled(made.map((one) => index.update(one)));
        const fresh = await indexOf(contentAfter(made).values());
        const found: SearchOutcome = await index.search(QUERY, 10);
        expect(found).toEqual(await fresh.search(QUERY, 10));
        expect(index.state.version).toBe(fresh.state.version);
      }),
    );
  });
});

it('no search sees an exchange of a few passages half done', async () => {
  const index = await indexOf(NOTICES);
  const bridge = passageOf({ id: 'bridge2', title: '清江大桥封闭施工', text: '清江大桥推迟封闭。' });
  let done = false;
  const exchanged = index.update({ remove: ['bridge'], add: [bridge] }).then(() => {
    done = true;
  });
  while (!done) {
    const { candidates } = await index.search([{ term: '清江', weight: 1 }], 10);
    expect(candidates.filter(({ passage }) => passage.id.startsWith('bridge'))).toHaveLength(1);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await exchanged;
});

describe('an index of more passages than come in one step', () => {
  const many = Array.from({ length: 250 }, (_, i) =>
    passageOf({ id: `n${i}`, text: `第${i}号公告：${'一二三四五六七八九'[i % 9]}号井停水。` }),
  );

  it('holds all that were added, and none of them twice while they are exchanged', async () => {
    const index = await indexOf(many);
    let done = false;
    const exchanged = index.update({ remove: many.map(({ id }) => id), add: many }).then(() => {
      done = true;
    });
    while (!done) {
      const { candidates } = await index.search([{ term: '停水', weight: 1 }], 300);
      expect(candidates).toHaveLength(250);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await exchanged;
    expect(index.state.size).toBe(250);
  });

  it('finds what a fresh one finds once each has become another, in more than one pass', async () => {
    const notice = (i: number, text: string): Passage => passageOf({ id: `m${i}`, title: `第${i}号`, text });
    const numbers = Array.from({ length: 2_100 }, (_, i) => i);
    const index = await indexOf(numbers.map((i) => notice(i, `${WORDS[i % WORDS.length]}停水。`)));
    const after = numbers.map((i) => notice(i, `${WORDS[i % 7]}和${WORDS[(i + 3) % 11]}照常。`));
    await index.update({ remove: after.map(({ id }) => id), add: after });
    expect(await index.search(QUERY, 50)).toEqual(await (await indexOf(after)).search(QUERY, 50));
  });
});
