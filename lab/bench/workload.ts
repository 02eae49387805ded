import { pick, randomFrom, shuffled } from '../random.js';
import { type BenchPassage, type Material, PASSAGE_CHARS, sentencesOf } from './material.js';

/** A question with the id of the passage that it was made for. */
export interface BenchQuestion {
  readonly text: string;
  readonly passage: string;
}

/** The questions of a bench. A small collection has few; then some of them are asked for more than one purpose. */
export interface BenchQuestions {
  /** Asked first, so that nothing is measured that runs for the first time. */
  readonly warmUp: readonly BenchQuestion[];
  /** Asked one by one. */
  readonly measured: readonly BenchQuestion[];
  /** Asked all at once. */
  readonly atOnce: readonly BenchQuestion[];
}

/** What every system is measured with. */
export interface Workload {
  readonly passages: readonly BenchPassage[];
  readonly questions: BenchQuestions;
}

/** There is too little material to make a bench of. */
export class TooLittleMaterialError extends Error {
  override readonly name = 'TooLittleMaterialError';

  constructor() {
    super(
      'The articles are too few or too short to make questions and passages of. Name more with --corpus or --set.',
    );
  }
}

const QUESTIONS = { measured: 300, warmUp: 100, atOnce: 16 };

/**
 * Makes a collection of a given size. Half of the material stays as it is, and questions are asked about it; the
 * sentences of the other half are put together at random to passages of 300 characters that fill up the rest, so
 * that no made-up passage holds a sentence that is asked about.
 * @param size how many passages
 * @param seed the same seed makes the same workload of the same material
 * @throws TooLittleMaterialError
 */
export function createWorkload(material: Material, size: number, seed: number): Workload {
  const random = randomFrom(seed);
  const mixed = shuffled(material, random);
  const gold = mixed.slice(0, Math.min(Math.floor(mixed.length / 2), size));
  const rest = mixed.slice(gold.length);
  const asked = shuffled(
    gold.flatMap(({ id, questions }) => questions.map((text) => ({ text, passage: id }))),
    random,
  );
  const titles = rest.map(({ title }) => title);
  const sentences = rest.flatMap(sentencesOf);
  if (asked.length === 0 || sentences.length === 0) throw new TooLittleMaterialError();
  const made = Array.from({ length: size - gold.length }, (_, i) => ({
    id: `made-${i}`,
    title: pick(titles, random),
    text: recombined(sentences, random),
  }));
  return {
    passages: shuffled([...gold.map(({ id, title, text }) => ({ id, title, text })), ...made], random),
    questions: {
      measured: asked.slice(0, QUESTIONS.measured),
      atOnce: asked.slice(-QUESTIONS.atOnce),
      warmUp: asked.slice(-QUESTIONS.atOnce - QUESTIONS.warmUp).slice(0, QUESTIONS.warmUp),
    },
  };
}

function recombined(sentences: readonly string[], random: () => number): string {
  let text = '';
  for (;;) {
    const sentence = pick(sentences, random);
    if (text.length + sentence.length > PASSAGE_CHARS && text !== '') return text;
    text += sentence;
  }
}
