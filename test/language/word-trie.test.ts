import { describe, expect, it } from 'vitest';
import { WordTrie } from '../../src/language/jieba/word-trie.js';

describe('a trie of words', () => {
  it('gives each word the value that it was given last, also when it has grown', () => {
    const trie = new WordTrie();
    const count = 300_000;
    const word = (n: number): string =>
      String.fromCharCode(0x4e00 + (n % 20_000), 0x3400 + Math.floor(n / 20_000), n % 7);
    const value = (n: number): number => 1 + (n % 65_535);
    for (let n = 0; n < count; n++) trie.set(word(n), 0, 3, value(n));
    trie.set(word(7), 0, 3, 42);
    for (let n = 0; n < count; n++) {
      let node = 0;
      for (const sign of word(n)) node = trie.step(node, sign.charCodeAt(0));
      if (trie.valueAt(node) !== (n === 7 ? 42 : value(n))) expect.fail(`word ${n}`);
    }
    expect(trie.step(0, 0x21)).toBe(-1);
  });
});
