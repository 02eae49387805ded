import { readFile } from 'node:fs/promises';
import { decode } from '../corpus/decode.js';
import { reasonOf } from '../corpus/fault.js';
import { type Bilingual, BilingualError } from '../language/bilingual.js';
import type { UserWord } from '../language/dictionary.js';

const NO_TEXT: Bilingual = {
  en: 'it is not text in an encoding that is read',
  zh: '不是文本，或者认不出编码',
};

/** The file that `USER_DICT` names cannot be used. */
export class UserWordsError extends BilingualError {
  override readonly name = 'UserWordsError';
  readonly exitCode = 2;

  /** @param reason in a clause */
  constructor(
    readonly path: string,
    reason: Bilingual,
    options?: ErrorOptions,
  ) {
    super(
      {
        en: `USER_DICT: "${path}" cannot be used: ${reason.en}. It should be a text file with one word per line.`,
        zh: `USER_DICT：“${path}”不能用：${reason.zh}。应该是一行一个词的文本文件。`,
      },
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
  if (decoded.kind !== 'text') throw new UserWordsError(path, NO_TEXT);
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
