import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { materialOfSet } from '../../lab/bench/material.js';
import { createWorkload } from '../../lab/bench/workload.js';
import { readSet } from '../../lab/eval/set.js';
import { randomFrom, shuffled } from '../../lab/random.js';
import { queryTermsOf } from '../../src/answering/retrieving/query-terms.js';
import { analyseQuestion } from '../../src/language/question.js';
import { EmbeddedIndex } from '../../src/retrieval/embedded-index.js';
import type { OpenSearchIndex } from '../../src/retrieval/opensearch/opensearch-index.js';
import type { PassageIndex, QueryTerm } from '../../src/retrieval/passage-index.js';
import { passageOf } from '../retrieval/passages.js';
import { dropIndex, emptyIndex, testCluster, URLS } from './test-cluster.js';

const EVERYDAY = fileURLToPath(new URL('../../lab/data/everyday.json', import.meta.url));
const SEED = 20_260_308;
/** What is measured takes half an hour on two cores; a part of it tells whether something is wrong. */
const IS_FULL = process.env.SAMENESS === 'full';
const PASSAGES = IS_FULL ? 20_000 : 2_000;
const QUESTIONS = IS_FULL ? 2_000 : 300;
const BATCH = 2_000;
const AT_ONCE = 2;
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
