import { expect } from 'vitest';
import { isChineseSentence } from '../../lab/fuzz/sentences.js';
import { type FileReading, readSourceFile } from '../../src/corpus/source-file.js';
import { folderOf } from './folder.js';

/** What the bot reads of a file of a collection, by the ending of its name. What is wrong is told in both languages. */
export async function readFile(source: string, content: string | Uint8Array): Promise<FileReading> {
  const folder = folderOf({ [source]: content });
  const reading = await readSourceFile({ path: folder, folder }, source);
  for (const { problem, remedy } of reading.unreadable)
    for (const { zh } of [problem, remedy]) expect(zh).toSatisfy(isChineseSentence);
  return reading;
}

/** The blocks of all articles in the form `role: text`. */
export function outlineOf({ articles }: Pick<FileReading, 'articles'>): string[] {
  return articles.flatMap(({ blocks, text }) =>
    blocks.map(({ role, start, end }) => `${role}: ${text.slice(start, end)}`),
  );
}

/** Each fault in the form `source: problem`. */
export function faultsOf({ unreadable }: FileReading): string[] {
  return unreadable.map(({ source, problem }) => `${source}: ${problem.en}`);
}
