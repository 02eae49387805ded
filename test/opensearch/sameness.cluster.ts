import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { materialOfSet } from '../../lab/bench/material.js';
import { createWorkload } from '../../lab/bench/workload.js';
import { readSet } from '../../lab/eval/set.js';
import { randomFrom, shuffled } from '../../lab/random.js';
import { expandHomophones } from '../../src/answering/retrieving/homophone-expansion.js';
import { queryTermsOf } from '../../src/answering/retrieving/query-terms.js';
import { homophones } from '../../src/language/homophones.js';
import { analyseQuestion } from '../../src/language/question.js';
import { EmbeddedIndex } from '../../src/retrieval/embedded-index.js';
import type { OpenSearchIndex } from '../../src/retrieval/opensearch/opensearch-index.js';
import type { PassageIndex, QueryTerm } from '../../src/retrieval/passage-index.js';
import { passageOf } from '../retrieval/passages.js';
import { dropIndex, emptyIndex, testCluster, URLS } from './test-cluster.js';

const EVERYDAY = fileURLToPath(new URL('../../lab/data/everyday.json', import.meta.url));
const SEED = 20_260_308;
/** What is measured takes three minutes on two cores; a part of it tells whether something is wrong. */
const IS_FULL = process.env.SAMENESS === 'full';
const PASSAGES = IS_FULL ? 20_000 : 2_000;
const QUESTIONS = IS_FULL ? 2_000 : 300;
const BATCH = 2_000;
const AT_ONCE = 2;
const MISHEARD = 60;
const FIRST = 5;
const MINUTES = 60_000;

/** Everyday articles, and passages put together of their sentences, so that many are nearly as good as the best. */
const passages = createWorkload(materialOfSet(EVERYDAY), PASSAGES, SEED).passages.map(passageOf);
const questions = shuffled(readSet(EVERYDAY).questions, randomFrom(SEED)).slice(0, QUESTIONS);

const cluster = testCluster();
const embedded = new EmbeddedIndex();
let index: OpenSearchIndex;

beforeAll(async () => {
  // Copies, where there are nodes for them: which one answers is to make no difference.
  index = await emptyIndex(cluster, URLS.length > 1 ? 1 : 0);
  const began = Date.now();
  for (let at = 0; at < passages.length; at += BATCH) await index.add(passages.slice(at, at + BATCH));
  process.stderr.write(`${PASSAGES} passages indexed in ${((Date.now() - began) / 1000).toFixed(0)} s\n`);
  await embedded.add(passages);
}, 20 * MINUTES);
afterAll(() => dropIndex(index));

const searched = (text: string): QueryTerm[] =>
  queryTermsOf(analyseQuestion(text)).map(({ term, others }) => ({ term, weight: 1, others }));

interface Found {
  readonly first: readonly string[];
  readonly scores: readonly number[];
  readonly frequency: ReadonlyMap<string, number>;
}

async function ask(one: PassageIndex, text: string): Promise<Found> {
  const { candidates, documentFrequency } = await one.search(searched(text), FIRST);
  return {
    first: candidates.map(({ passage }) => passage.id),
    scores: candidates.map(({ score }) => score),
    frequency: documentFrequency,
  };
}

it('holds the same', () => {
  expect(index.state).toEqual(embedded.state);
});

it(
  `puts the same ${FIRST} passages first as the embedded index, in the same order, for 99 of 100 questions`,
  async () => {
    const different: string[] = [];
    let error = 0;
    const ms: number[] = [];
    const left = [...questions];
    const asking = Array.from({ length: AT_ONCE }, async () => {
      for (let one = left.shift(); one; one = left.shift()) {
        const wanted = await ask(embedded, one.text);
        const began = performance.now();
        const found = await ask(index, one.text);
        ms.push(performance.now() - began);
        expect(found.frequency).toEqual(wanted.frequency);
        wanted.scores.forEach((score, i) => {
          error = Math.max(error, Math.abs((found.scores[i] ?? 0) - score) / score);
        });
        if (found.first.join() !== wanted.first.join())
          different.push(`${one.text}: ${wanted.first} ${wanted.scores} | ${found.first} ${found.scores}`);
      }
    });
    await Promise.all(asking);
    ms.sort((a, b) => a - b);
    const at = (share: number): string => (ms[Math.floor(ms.length * share)] ?? 0).toFixed(0);
    process.stderr.write(
      `${questions.length - different.length} of ${questions.length} the same; largest relative difference of a score ` +
        `${error.toExponential(1)}; ${AT_ONCE} at once: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms\n`,
    );
    for (const one of different.slice(0, 10)) process.stderr.write(`  ${one}\n`);
    expect(different.length).toBeLessThanOrEqual(questions.length / 100);
  },
  40 * MINUTES,
);

/** A question with its first word of two characters written by other characters of the same sound, if it has one. */
function misheard(text: string, random: () => number): string | undefined {
  const other = (character: string): string | undefined => {
    const others = homophones(character.charCodeAt(0)).filter((one) => one !== character);
    return others[Math.floor(random() * others.length)];
  };
  for (const { term, word, sounds } of queryTermsOf(analyseQuestion(text))) {
    if (!word || term.length !== 2 || sounds.length !== 2 || !text.includes(term)) continue;
    const [first, second] = [...term].map(other);
    if (first !== undefined && second !== undefined) return text.replace(term, first + second);
  }
  return undefined;
}

it(
  'finds the same for what was misheard, with hundreds of readings, for 9 of 10 questions',
  async () => {
    const random = randomFrom(SEED);
    const asked = questions.flatMap(({ text }) => misheard(text, random) ?? []).slice(0, MISHEARD);
    const heard = async (one: PassageIndex, text: string): Promise<string[]> => {
      const terms = queryTermsOf(analyseQuestion(text));
      const { documentFrequency } = await one.search(searched(text), FIRST);
      const found = await expandHomophones(one, terms, documentFrequency, []);
      return found.map(({ passage }) => passage.id);
    };
    let [expanded, same] = [0, 0];
    const ms: number[] = [];
    for (const text of asked) {
      const wanted = await heard(embedded, text);
      const began = performance.now();
      const found = await heard(index, text);
      if (wanted.length === 0) continue;
      ms.push(performance.now() - began);
      expanded++;
      if (found.join() === wanted.join()) same++;
    }
    ms.sort((a, b) => a - b);
    process.stderr.write(
      `${same} of ${expanded} misheard questions the same; half within ${ms[expanded >> 1]?.toFixed(0)} ms\n`,
    );
    expect(expanded).toBeGreaterThan(MISHEARD / 4);
    expect(same / expanded).toBeGreaterThanOrEqual(0.9);
  },
  10 * MINUTES,
);
