import { describe, expect, test } from 'vitest';
import type { Article, Block } from '../../../src/corpus/article.js';
import { Joining, partsOf } from '../../../src/corpus/reading-process/parts.js';
import type { FileReading } from '../../../src/corpus/source-file.js';
import { asItIs } from '../../../src/language/bilingual.js';

function article(id: string, units: number, blocks = 1): Article {
  const block: Block = { role: 'paragraph', start: 0, end: 1, lines: [1, 1] };
  return {
    id,
    source: 'a.txt',
    title: id,
    text: '桥'.repeat(units),
    blocks: Array.from({ length: blocks }, (_, start) => ({ ...block, start })),
    lines: [1, 1],
  };
}

function reading(articles: readonly Article[], faults = 0): FileReading {
  return {
    source: 'a.txt',
    found: { format: '文本' },
    articles,
    unreadable: Array.from({ length: faults }, (_, line) => ({
      source: 'a.txt',
      line,
      problem: asItIs('坏。'),
      remedy: asItIs('改。'),
    })),
  };
}

describe('a reading is handed over in parts, and is the same when they are joined', () => {
  test.each<[what: string, reading: FileReading, parts: readonly string[]]>([
    ['nothing in it', reading([]), ['file']],
    ['a small one', reading([article('甲', 10), article('乙', 10)], 1), ['articles 2', 'faults 1', 'file']],
    [
      'long articles',
      reading([article('甲', 60_000), article('乙', 60_000)]),
      ['articles 1', 'articles 1', 'file'],
    ],
    ['one article that is longer than a part', reading([article('甲', 300_000)]), ['articles 1', 'file']],
    [
      'an article of very many blocks',
      reading([article('甲', 10, 4_500)]),
      ['articles 1', 'blocks 2000', 'blocks 500', 'file'],
    ],
    [
      'such an article between others',
      reading([article('甲', 9), article('乙', 9, 2_001), article('丙', 9)]),
      ['articles 1', 'articles 1', 'blocks 1', 'articles 1', 'file'],
    ],
    ['very many faults', reading([], 1_200), ['faults 500', 'faults 500', 'faults 200', 'file']],
  ])('%s', (_, whole, expected) => {
    const parts = [...partsOf(whole)];
    const told = parts.map((part) => {
      const [, things] = Object.values(part) as [string, unknown];
      return Array.isArray(things) ? `${part.kind} ${things.length}` : part.kind;
    });
    expect(told).toEqual(expected);
    const joining = new Joining();
    const joined = parts.map((part) => joining.take(structuredClone(part)));
    expect(joined.at(-1)).toEqual(whole);
    expect(joined.slice(0, -1)).toEqual(parts.slice(1).map(() => undefined));
  });
});
