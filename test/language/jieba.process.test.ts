import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import nodejieba from 'nodejieba';
import { describe, expect, it } from 'vitest';
import { ensureAddon } from '../../lab/nodejieba-addon.js';
import { cutter } from '../../src/language/dictionary.js';

/** Pieces that make words, unknown words and what lies between them; single signs are joined at random, too. */
const PIECES =
  '图书馆 新城区 重庆 大桥 封闭 十五天 左小禾 的 了 在 一 区块链 云计算 𠮷 野 家 ， 。 、 “ ” （ 5a b超 at&t 3.14 covid c++ . 2023 ％ é я 々 〇 😀'.split(
    ' ',
  );
const text = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...PIECES, ' ', '\n', '\t') },
      {
        weight: 4,
        arbitrary: fc.integer({ min: 0x4e00, max: 0x9fff }).map((unit) => String.fromCharCode(unit)),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }) },
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join('').replaceAll('\0', ' '));

function words(source: string): string[] {
  const found: string[] = [];
  let start = 0;
  cutter().cut(source, (end) => {
    found.push(source.slice(start, end));
    start = end;
  });
  return found;
}

const addon = ensureAddon();
if (!addon.there) process.stderr.write(`${addon.reason}\n`);

describe.runIf(addon.there)('text is cut where nodejieba cuts it', () => {
  it('in texts of any kind', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(words(source)).toEqual(source === '' ? [] : nodejieba.cut(source, true));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['../../seeds', '../regression/corpus'])('in the articles of %s', (folder) => {
    const path = fileURLToPath(new URL(folder, import.meta.url));
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
    const texts = names.filter((name) => /\.(?:txt|md|jsonl)$/.test(name));
    expect(texts).not.toEqual([]);
    for (const name of texts) {
      const source = readFileSync(join(path, name), 'utf8');
      expect(words(source)).toEqual(nodejieba.cut(source, true));
    }
  });

  it('once the same words have been added', () => {
    const added = ['巴渝新居', '新居看', '大桥封', '𠮷野'];
    for (const word of added) {
      nodejieba.insertWord(word, 'nz');
      cutter().lexicon.add(word, 'nz');
    }
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...added, ...PIECES, '去', '看花', '闭')), (pieces) => {
        const source = pieces.join('');
        expect(words(source)).toEqual(source === '' ? [] : nodejieba.cut(source, true));
      }),
    );
  });
});
