import { readFile } from 'node:fs/promises';
import { decode } from '../corpus/decode.js';
import { reasonOf } from '../corpus/fault.js';
import type { UserWord } from '../language/dictionary.js';

/** The file that `USER_DICT` names cannot be used. */
export class UserWordsError extends Error {
  override readonly name = 'UserWordsError';
  readonly exitCode = 2;

  /** @param reason in a clause */
  constructor(
    readonly path: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(
      `USER_DICT: "${path}" cannot be used: ${reason}. It should be a text file with one word per line.`,
      options,
    );
  }
}

/**
 * Reads a file of words, one a line. jieba's own form, with a count and a part of speech after the word, is read
 * too; the count is passed over.
 * @throws UserWordsError when the file cannot be read or is no text
 */
export async function readUserWords(path: string): Promise<UserWord[]> {
  const decoded = decode(await bytesOf(path));
  if (decoded.kind !== 'text') throw new UserWordsError(path, 'it is not text in an encoding that is read');
  return decoded.text.split(/\r\n|\n|\r/).flatMap((line) => {
    const [word = '', ...rest] = line.trim().split(/\s+/);
    const tag = rest.find((part) => /^[a-z]+$/i.test(part));
    return word === '' ? [] : [{ word, ...(tag !== undefined && { tag }) }];
  });
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new UserWordsError(path, reasonOf(error), { cause: error });
  }
}
