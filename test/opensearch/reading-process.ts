import { setTimeout as pause } from 'node:timers/promises';
import { readSet } from '../../lab/eval/set.js';
import { isUnavailable } from '../../src/answering/unavailable.js';
import { openCollection } from '../../src/app/open.js';

/**
 * A bot without files, as far as it answers: asks everyday questions, with all that people do besides, and says what it holds
 * in memory then. Windows are not read: what reads them takes the same memory whatever is read.
 */
const { OPENSEARCH_URLS = '', NAME = '', SET = '', QUESTIONS = '200' } = process.env;
const collection = await openCollection('/nowhere/at/all', {
  index: { kind: 'cluster', urls: OPENSEARCH_URLS.split(','), name: NAME },
  reader: 'off',
});
const { answerer } = collection;
const counts = { answered: 0, unavailable: 0, exactly: 0, titles: 0, opened: 0, meant: 0, examples: 0 };

/** Nodes of tests are small: what takes them too long is counted. */
async function tried(act: () => Promise<void>): Promise<void> {
  await act().catch((error: unknown) => {
    if (!isUnavailable(error)) throw error;
    counts.unavailable++;
  });
}

const EVERY = 5;
for (const [i, { text }] of readSet(SET).questions.slice(0, Number(QUESTIONS)).entries()) {
  await tried(async () => {
    const { results } = await answerer.answer({ text });
    counts.answered++;
    const [first] = results;
    if (i % EVERY !== 0 || !first) return;
    const { id, title } = first.citation;
    if (await answerer.article(id)) counts.opened++;
    await answerer.context(id, 1_000);
    const { places = 0 } = await answerer.answer({ text: `“${first.excerpt.slice(1, 9)}”` });
    if (places > 0) counts.exactly++;
    if ((await answerer.completions(title.slice(0, 3), 5)).length > 0) counts.titles++;
    await answerer.meant({ text });
    counts.meant++;
  });
}
await tried(async () => {
  counts.examples = (await answerer.examples(3)).length;
});
for (let times = 0; times < 3; times++) {
  globalThis.gc?.();
  await pause(200);
}
const { rss, heapUsed, external } = process.memoryUsage();
const { articles, passages } = answerer.summary(0);
process.stdout.write(`${JSON.stringify({ articles, passages, ...counts, rss, heapUsed, external })}\n`);
await collection.close();
