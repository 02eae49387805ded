import { type Window, windowsOf } from '../../src/answering/reading/windows.js';
import { retrieve } from '../../src/answering/retrieving/retrieve.js';
import { sentences } from '../../src/language/clauses.js';
import { fold } from '../../src/language/fold.js';
import type { PassageIndex } from '../../src/retrieval/passage-index.js';
import type { EvalQuestion, EvalSet } from '../eval/set.js';
import { hash } from '../random.js';

/** A question with a window, for the model to learn from; everything folded. */
export interface Example {
  readonly question: string;
  /** What stands in front of the window: the title, and the header of a table. */
  readonly context: string;
  readonly text: string;
  /** Where the answer stands in the window, in code points, as Python counts; absent where it does not answer. */
  readonly span?: readonly [start: number, end: number];
  /** Where it comes from: the set, and what made it. */
  readonly source: string;
}

export interface ExampleOptions {
  /** Share (0 to 1) of the answered questions with a negative of what the index finds besides. */
  readonly found: number;
  /** Share (0 to 1) of the answered questions with a negative made by cutting out the answering sentence. */
  readonly cut: number;
  /** Share (0 to 1) of the examples that show the title. */
  readonly titled: number;
  /** A number from 0 to 1 for each thing to be chosen. */
  readonly random: () => number;
}

/** Makes examples of a set: windows with the answer, those that the index finds without it, near misses, and cut ones. */
export async function* examplesOf(
  set: EvalSet,
  index: PassageIndex,
  { found, cut, titled, random }: ExampleOptions,
): AsyncGenerator<Example> {
  const passages = new Map(set.passages.map((passage) => [passage.id, passage]));
  const contextOf = (title: string, header: string): string =>
    fold([random() < titled ? title : '', header].filter((part) => part !== '').join('：'));
  for (const question of set.questions) {
    const gold = passages.get(question.passage);
    if (!gold) continue;
    const text = fold(gold.text);
    const windows = windowsOf(gold.text);
    const asked = fold(question.text);
    const example = (window: Window, source: string): Example => ({
      question: asked,
      context: contextOf(gold.title ?? '', window.header),
      text: text.slice(window.start, window.end),
      source: `${set.name} ${source}`,
    });
    if (question.answers.length === 0) {
      // The windows that look most like it; one is enough for learning.
      const nearest = nearestWindows(asked, text, windows);
      const chosen = nearest[random() < 0.8 ? 0 : Math.min(1, nearest.length - 1)];
      if (chosen) yield example(chosen, 'near miss');
      continue;
    }
    const place = answerPlace(question, text);
    if (!place) continue;
    const [start, end] = place;
    const holding = windows.filter((window) => window.start <= start && window.end >= end);
    const window = holding[Math.floor(random() * holding.length)];
    if (!window) continue;
    const positive = example(window, 'answered');
    const before = codePoints(positive.text.slice(0, start - window.start));
    yield { ...positive, span: [before, before + codePoints(text.slice(start, end))] };
    if (random() < cut) {
      const rest = withoutSentence(gold.text, window, place);
      if (rest && !question.answers.some((answer) => fold(rest).includes(fold(answer))))
        yield { ...example(window, 'cut'), text: fold(rest) };
    }
    if (random() < found) {
      const negative = await foundWithout(question, index, random);
      if (negative)
        yield {
          question: asked,
          context: contextOf(negative.title, negative.header),
          text: fold(negative.text),
          source: `${set.name} found`,
        };
    }
  }
}

function codePoints(text: string): number {
  return [...text].length;
}

/** Where the best answer stands, at the place whose surroundings share most with the question. */
export function answerPlace(
  { text: question, answers }: Pick<EvalQuestion, 'text' | 'answers'>,
  text: string,
): readonly [start: number, end: number] | undefined {
  const folded = answers.map(fold).filter((answer) => text.includes(answer));
  const answer = folded[0];
  if (answer === undefined) return undefined;
  const asked = pairs(fold(question));
  let best = -1;
  let most = -1;
  for (let at = text.indexOf(answer); at >= 0; at = text.indexOf(answer, at + 1)) {
    const around = pairs(text.slice(Math.max(0, at - 60), at + answer.length + 60));
    const shared = [...asked].filter((pair) => around.has(pair)).length;
    if (shared > most) [best, most] = [at, shared];
  }
  return [best, best + answer.length];
}

function pairs(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) found.add(text.slice(i, i + 2));
  return found;
}

/** A text's windows, those that share most pairs of characters with the question first. */
export function nearestWindows(question: string, text: string, windows: readonly Window[]): Window[] {
  const asked = pairs(question);
  const shared = (window: Window): number => {
    const held = pairs(text.slice(window.start, window.end));
    return [...asked].filter((pair) => held.has(pair)).length;
  };
  return windows.toSorted((a, b) => shared(b) - shared(a));
}

/** The window without the sentence that holds the answer; nothing where little is left. */
function withoutSentence(
  text: string,
  window: Window,
  [start, end]: readonly [number, number],
): string | undefined {
  const body = text.slice(window.start, window.end);
  const kept = sentences(body).filter(
    (sentence) => window.start + sentence.end <= start || window.start + sentence.start >= end,
  );
  const rest = kept.map((sentence) => body.slice(sentence.start, sentence.end)).join('');
  return rest.length >= 40 ? rest : undefined;
}

/** A window of another article that the index finds for the question, and that has none of its answers. */
async function foundWithout(
  { text, passage, answers }: EvalQuestion,
  index: PassageIndex,
  random: () => number,
): Promise<{ title: string; header: string; text: string } | undefined> {
  const { candidates } = await retrieve(index, text);
  const others = candidates
    .map((candidate) => candidate.passage)
    .filter(({ article }) => article.id !== passage)
    .filter((other) => !answers.some((answer) => fold(other.text).includes(fold(answer))))
    .slice(0, 5);
  const other = others[random() < 0.6 ? 0 : Math.floor(random() * others.length)];
  if (!other) return undefined;
  const [window] = nearestWindows(fold(text), fold(other.text), windowsOf(other.text));
  if (!window) return undefined;
  const { title } = other.article;
  return { title, header: window.header, text: other.text.slice(window.start, window.end) };
}

/** Whether a passage of a public set is kept apart: a tenth of them, by title, so that articles stay whole. */
export function isKeptApart({ id, title }: EvalSet['passages'][number]): boolean {
  return hash(title || id) % 10 === 0;
}
