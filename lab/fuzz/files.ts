import { writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FileReading } from '../../src/corpus/source-file.js';
import { randomFrom } from '../random.js';
import { mutated } from './mutations.js';
import { SAMPLES } from './samples.js';

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
    const { bytes, by } = mutated(sample.bytes(), randomFrom(seed * 1_000_003 + number));
    const name = `${String(number).padStart(5, '0')}${extname(sample.name)}`;
    writeFileSync(join(folder, name), bytes);
    return { name, made: `${sample.name}: ${by.join(', ')}` };
  });
}

/** What is wrong with what was made of a file: each outcome has to be a reading, or a reason with its remedy. */
export function complaintsOf({ source, articles, unreadable }: FileReading): string[] {
  const complaints: string[] = [];
  if (articles.length === 0 && unreadable.length === 0) complaints.push('neither a reading nor a reason');
  for (const { problem, remedy } of unreadable) {
    if (!isSentence(problem) || !isSentence(remedy)) complaints.push(`no sentences: ${problem} ${remedy}`);
    if (/fails at it|has ended/.test(problem)) complaints.push(problem);
  }
  for (const { text, blocks, title, id } of articles) {
    if (id === '' || title === '') complaints.push('an article without id or title');
    const misplaced = blocks.some(({ start, end }) => start < 0 || start > end || end > text.length);
    if (misplaced) complaints.push('a block outside its text');
  }
  return complaints.map((complaint) => `${source}: ${complaint}`);
}

function isSentence(text: string): boolean {
  return /^\S.*[.)?!]$/su.test(text);
}
