import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { faultsOf } from '../../../lab/data/check-world.js';
import { disagreements, parseReading } from '../../../lab/data/second-reading.js';
import { parseWorld } from '../../../lab/data/world.js';

const FOLDER = fileURLToPath(new URL('../../../lab/data/worlds/', import.meta.url));
const READINGS = fileURLToPath(new URL('../../../lab/data/second-readings/', import.meta.url));
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));

test.each(files)('%s is as it should be', (name) => {
  const world = parseWorld(readFileSync(`${FOLDER}${name}`, 'utf8'), name);
  expect(name).toBe(`${world.name}.txt`);
  expect(faultsOf(world)).toEqual([]);
});

const readings = readdirSync(READINGS);

test.each(readings)('what stands in a world agrees with its second reading, %s', (name) => {
  const file = name.replace('.tsv', '.txt');
  const world = parseWorld(readFileSync(`${FOLDER}${file}`, 'utf8'), file);
  expect(disagreements(world, parseReading(readFileSync(`${READINGS}${name}`, 'utf8')))).toEqual([]);
});

test('there are worlds and readings', () => {
  expect(files.length).toBeGreaterThan(60);
  expect(readings.length).toBeGreaterThan(50);
});
