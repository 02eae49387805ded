import { fileURLToPath } from 'node:url';
import { readWords } from '../../src/language/read-list.js';
import { type EvalSet, readSet } from '../eval/set.js';
import { readWorlds } from './read-worlds.js';
import type { World } from './world.js';
import { worldsAsSet } from './worlds-as-set.js';

/** Where the everyday articles stand, seen from the compiled code. */
const DATA = new URL('../../../lab/data/', import.meta.url);
/** Articles and questions of sixteen worlds in one file. */
export const EVERYDAY = fileURLToPath(new URL('everyday.json', DATA));

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
  if (!Object.hasOwn(LISTS, name)) return undefined;
  return worldsAsked(name, readWorlds(), worldsKeptFor(name), readSet(EVERYDAY));
}

/** The worlds of which nothing is learned, each as a set of its own: its articles alone, as a small collection holds them. */
export function worldsAlone(): EvalSet[] {
  return readWorlds(worldsKeptFor('worlds')).map((world) => ({ ...worldsAsSet([world]), name: world.name }));
}

/** The worlds that the weights are learned from: those of neither list. */
export function worldsToLearn(worlds: readonly World[] = readWorlds()): World[] {
  const kept = new Set(Object.keys(LISTS).flatMap(worldsKeptFor));
  return worlds.filter(({ name }) => !kept.has(name));
}

/** Names of the worlds whose questions an everyday set asks. */
export function worldsKeptFor(name: string): string[] {
  return readWords(new URL(LISTS[name] as string, DATA));
}

/** All everyday articles in one index, with the questions to learn from, and those of the worlds to calibrate on. */
export function everydayToLearn(): { readonly everyday: EvalSet; readonly calibration: EvalSet } {
  const worlds = readWorlds();
  const others = readSet(EVERYDAY);
  const learned = worldsToLearn(worlds).map(({ name }) => name);
  const everyday = worldsAsked('everyday', worlds, learned, others);
  const calibrated = worldsKeptFor('worlds:calibration');
  return {
    everyday: { ...everyday, questions: [...everyday.questions, ...others.questions] },
    calibration: worldsAsked('worlds:calibration', worlds, calibrated, others),
  };
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
