import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { faultsOf } from '../../../lab/data/check-world.js';
import { parseWorld } from '../../../lab/data/world.js';

const FOLDER = fileURLToPath(new URL('../../../lab/data/worlds/', import.meta.url));
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));

test.each(files)('%s is as it should be', (name) => {
  const world = parseWorld(readFileSync(`${FOLDER}${name}`, 'utf8'), name);
  expect(name).toBe(`${world.name}.txt`);
  expect(faultsOf(world)).toEqual([]);
});

test('there are worlds', () => {
  expect(files.length).toBeGreaterThan(30);
});
