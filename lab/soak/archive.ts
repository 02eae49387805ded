import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { materialOfSet } from '../bench/material.js';
import { createWorkload } from '../bench/workload.js';
import { EVERYDAY } from '../data/everyday-set.js';
import { readSet } from '../eval/set.js';
import { randomFrom, shuffled } from '../random.js';

const SEED = 1;

/**
 * Writes an archive of everyday articles into a folder, a passage each, and gives questions on them: so many that what was read
 * for one is forgotten before it comes again.
 * @param size how many passages
 */
export async function writeArchive(folder: string, size: number): Promise<readonly string[]> {
  const { passages } = createWorkload(materialOfSet(EVERYDAY), size, SEED);
  const lines = passages.map(({ title, text }) => `${JSON.stringify({ title, content: text })}\n`);
  await writeFile(join(folder, 'archive.jsonl'), lines.join(''));
  return shuffled(readSet(EVERYDAY).questions, randomFrom(SEED)).map(({ text }) => text);
}
