import { fileURLToPath } from 'node:url';
import { readWords } from '../../src/language/read-list.js';
import { type EvalSet, readSet } from '../eval/set.js';
import { readWorlds } from './read-worlds.js';
import type { World } from './world.js';
import { worldsAsSet } from './worlds-as-set.js';

/** Where the everyday articles stand, seen from the compiled code. */
const DATA = new URL('../../../lab/data/', import.meta.url);

/** Names that stand for everyday articles, with the list of the worlds whose questions are asked. */
const LISTS: Readonly<Record<string, string>> = {
  worlds: 'kept-apart.txt',
  'worlds:calibration': 'calibration.txt',
};

/**
 * The everyday set of a name: all worlds and the articles of `everyday.json` in one index, as they compete in the product, with
 * the questions of the worlds that the reader does not learn from (`worlds`), or of those that its chances are calibrated on
 * (`worlds:calibration`). `undefined` for any other name.
 */
export function everydaySet(name: string): EvalSet | undefined {
  const list = Object.hasOwn(LISTS, name) ? LISTS[name] : undefined;
  if (list === undefined) return undefined;
  const others = readSet(fileURLToPath(new URL('everyday.json', DATA)));
  return worldsAsked(name, readWorlds(), readWords(new URL(list, DATA)), others);
}

/**
 * Worlds beside the articles of another set, of which nothing is asked.
 * @param asked names of the worlds whose questions are asked
 */
export function worldsAsked(
  name: string,
  worlds: readonly World[],
  asked: readonly string[],
  others: EvalSet,
): EvalSet {
  const { questions } = worldsAsSet(worlds.filter((world) => asked.includes(world.name)));
  return { name, passages: [...worldsAsSet(worlds).passages, ...others.passages], questions };
}
