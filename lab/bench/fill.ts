import type { Passage } from '../../src/corpus/article.js';
import { composeText } from '../../src/corpus/article-text.js';
import type { PassageIndex } from '../../src/retrieval/passage-index.js';
import type { BenchPassage } from './material.js';

/** Passages that are handed in together, and articles of a file. */
const [BATCH, FILE] = [10_000, 100];

/**
 * Adds passages to an index, each an article of its own.
 * @param from those before are there
 * @param progress told after each batch, as a share from 0 to 1
 * @returns how long it took with what makes their terms, in seconds
 */
export async function fill(
  index: PassageIndex,
  passages: readonly BenchPassage[],
  from: number,
  progress: (share: number) => void,
): Promise<number> {
  const began = performance.now();
  for (let at = from; at < passages.length; at += BATCH) {
    const some = passages.slice(at, at + BATCH).map((one, i) => passageOf(one, at + i));
    await index.add(some);
    progress((at + some.length - from) / (passages.length - from));
  }
  return (performance.now() - began) / 1_000;
}

function passageOf({ id, title, text }: BenchPassage, number: number): Passage {
  const line = (number % FILE) + 1;
  const lines = [line, line] as const;
  const article = {
    id,
    source: `archive/${Math.floor(number / FILE)}.jsonl`,
    title,
    lines,
    ...composeText([{ role: 'paragraph', text, lines }]),
  };
  return { id: `p${number}`, article, text, start: 0, end: text.length, lines };
}
