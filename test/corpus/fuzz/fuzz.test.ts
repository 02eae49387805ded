import { extname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { complaintsOf, writeFuzzFiles } from '../../../lab/fuzz/files.js';
import { MUTATIONS } from '../../../lab/fuzz/mutations.js';
import { SAMPLES } from '../../../lab/fuzz/samples.js';
import { randomFrom } from '../../../lab/random.js';
import { locate } from '../../../src/corpus/files.js';
import { READERS } from '../../../src/corpus/readers.js';
import { readSourceFile } from '../../../src/corpus/source-file.js';
import { folderOf } from '../folder.js';

const FILES = 200;
const SEED = 7;

test('there is a good file of each format that is read', async () => {
  const endings = new Set(SAMPLES.map(({ name }) => extname(name)));
  expect([...READERS.keys()].filter((ending) => !endings.has(ending))).toEqual([]);
  const folder = folderOf(Object.fromEntries(SAMPLES.map(({ name, bytes }) => [name, bytes()])));
  const place = await locate(folder);
  for (const { name } of SAMPLES) {
    const { articles, unreadable } = await readSourceFile(place, name);
    expect({ name, articles: articles.length > 0, unreadable }).toEqual({
      name,
      articles: true,
      unreadable: [],
    });
  }
});

test(`of ${FILES} mutated files each is read, or left out with reason and remedy`, async () => {
  const folder = folderOf({});
  const files = writeFuzzFiles(folder, FILES, SEED);
  const place = await locate(folder);
  const complaints: string[] = [];
  for (const { name, made } of files)
    for (const complaint of complaintsOf(await readSourceFile(place, name)))
      complaints.push(`${complaint} (${made})`);
  expect(complaints).toEqual([]);
});

test.each(SAMPLES.flatMap(({ name, bytes, inside }) => (inside ? [{ name, bytes, inside }] : [])))(
  'what is changed in $name is right again outside: nothing changed, it is read as before',
  async ({ name, bytes, inside }) => {
    const place = await locate(folderOf({ [name]: inside(bytes(), (content) => content, randomFrom(SEED)) }));
    const { fingerprint: _, ...again } = await readSourceFile(place, name);
    const good = await locate(folderOf({ [name]: bytes() }));
    expect(again).toEqual({ ...(await readSourceFile(good, name)), fingerprint: undefined });
  },
);

describe('a mutation', () => {
  test.each(Object.entries(MUTATIONS))('%s is the same for the same numbers, and bounded', (_, mutate) => {
    for (const { bytes } of SAMPLES) {
      const [once, again] = [mutate(bytes(), randomFrom(SEED)), mutate(bytes(), randomFrom(SEED))];
      expect(Buffer.from(once).equals(again)).toBe(true);
      expect(once.length).toBeLessThan(2_000_000);
    }
    for (const empty of [new Uint8Array(), Uint8Array.of(7)])
      expect(mutate(empty, randomFrom(SEED))).toBeInstanceOf(Uint8Array);
  });
});
