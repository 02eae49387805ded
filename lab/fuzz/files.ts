import { writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FileReading } from '../../src/corpus/source-file.js';
import { randomFrom } from '../random.js';
import { type Mutated, mutated } from './mutations.js';
import { SAMPLES, type Sample } from './samples.js';
import { isChineseSentence, isSentence } from './sentences.js';

/** Share of packed files in which something is changed; in the others, the packing is. */
const INSIDE = 0.75;

/** A file that was made from a good one. */
export interface FuzzFile {
  readonly name: string;
  /** From what, and what happened to it: enough to find it again. */
  readonly made: string;
}

/**
 * Writes mutated files into a folder, samples by turns; the same for the same seed.
 * @param count how many
 */
export function writeFuzzFiles(folder: string, count: number, seed: number): FuzzFile[] {
  return Array.from({ length: count }, (_, number) => {
    const sample = SAMPLES[number % SAMPLES.length] as (typeof SAMPLES)[number];
    const { bytes, by } = broken(sample, randomFrom(seed * 1_000_003 + number));
    const name = `${String(number).padStart(5, '0')}${extname(sample.name)}`;
    writeFileSync(join(folder, name), bytes);
    return { name, made: `${sample.name}: ${by.join(', ')}` };
  });
}

/** A sample with something done to it, or to something in it. */
function broken({ bytes, inside }: Sample, random: () => number): Mutated {
  if (!inside || random() >= INSIDE) return mutated(bytes(), random);
  let by: readonly string[] = [];
  const change = (content: Uint8Array): Uint8Array => {
    const made = mutated(content, random);
    by = ['inside', ...made.by];
    return made.bytes;
  };
  return { bytes: inside(bytes(), change, random), by };
}

/** What is wrong with what was made of a file: each outcome has to be a reading, or a reason with its remedy. */
export function complaintsOf({ source, articles, unreadable }: FileReading): string[] {
  const complaints: string[] = [];
  if (articles.length === 0 && unreadable.length === 0) complaints.push('neither a reading nor a reason');
  for (const { problem, remedy } of unreadable) {
    for (const { en, zh } of [problem, remedy]) {
      if (!isSentence(en)) complaints.push(`no sentence: ${en}`);
      if (!isChineseSentence(zh)) complaints.push(`no Chinese sentence: ${zh}`);
    }
    if (/fails at it|has ended/.test(problem.en)) complaints.push(problem.en);
  }
  for (const { text, blocks, title, id } of articles) {
    if (id === '' || title === '') complaints.push('an article without id or title');
    const misplaced = blocks.some(({ start, end }) => start < 0 || start > end || end > text.length);
    if (misplaced) complaints.push('a block outside its text');
  }
  return complaints.map((complaint) => `${source}: ${complaint}`);
}
