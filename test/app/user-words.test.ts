import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readUserWords, UserWordsError } from '../../src/app/user-words.js';
import type { UserWord } from '../../src/language/dictionary.js';
import { folderOf } from '../corpus/folder.js';

describe('a file of words', () => {
  it.each<[what: string, content: string | Uint8Array, words: UserWord[]]>([
    ['a word a line', '巴渝新居\n两江小渡\n', [{ word: '巴渝新居' }, { word: '两江小渡' }]],
    ['a part of speech after the word', '左黎韵 nr\n', [{ word: '左黎韵', tag: 'nr' }]],
    ['jieba’s form, with a count', '巴渝新居 300 nz\n', [{ word: '巴渝新居', tag: 'nz' }]],
    ['blank lines and white space', '\r\n  巴渝新居\t\r\n\r\n', [{ word: '巴渝新居' }]],
    ['a byte-order mark', '\ufeff巴渝新居', [{ word: '巴渝新居' }]],
    ['GB18030', new Uint8Array([0xb0, 0xcd, 0xd3, 0xe5, 0x0a]), [{ word: '巴渝' }]],
    ['nothing', '', []],
  ])('with %s', async (_, content, words) => {
    expect(await readUserWords(join(folderOf({ 'words.txt': content }), 'words.txt'))).toEqual(words);
  });

  it.each<[what: string, file: string, reason: RegExp]>([
    ['is not there', 'none.txt', /no such file or folder/],
    ['is a folder', '.', /it is a folder/],
    ['is a picture', 'picture.txt', /not text/],
  ])('that %s is named with what is wrong', async (_, file, reason) => {
    const folder = folderOf({ 'picture.txt': new Uint8Array([0x89, 0x50, 0, 0]) });
    const reading = readUserWords(join(folder, file));
    await expect(reading).rejects.toThrow(UserWordsError);
    await expect(reading).rejects.toThrow(reason);
    await expect(reading).rejects.toThrow(/^USER_DICT: .*one word per line\.$/);
  });
});
