import { type Window, windowsOf } from '../../src/answering/reading/windows.js';
import { retrieve } from '../../src/answering/retrieving/retrieve.js';
import type { Passage } from '../../src/corpus/article.js';
import { sentences } from '../../src/language/clauses.js';
import { fold } from '../../src/language/fold.js';
import type { PassageIndex } from '../../src/retrieval/passage-index.js';
import type { EvalQuestion, EvalSet } from '../eval/set.js';
import { hash, pick } from '../random.js';
import { type Owners, ownersOf, withOtherNumber, withOtherOwner } from './made-near-misses.js';

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
  /** The world, or whatever else stands before the number in the passage's id. */
  readonly world: string;
}

export interface ExampleOptions {
  /** How many windows that the index finds in other articles stand against each answered question. */
  readonly found: number;
  /** Share (0 to 1) of the answered questions with another window of the same article, which does not answer. */
  readonly elsewhere: number;
  /** Share (0 to 1) of the answered questions with a negative made by cutting out the answering sentence. */
  readonly cut: number;
  /** Share (0 to 1) of the answered questions that are asked of another number or owner as well, where they name one. */
  readonly exchanged: number;
  /** Share (0 to 1) of the answered questions that are asked once more as speech recognition or a hurried hand writes them. */
  readonly misheard: number;
  /** Share (0 to 1) of the examples that show the title. */
  readonly titled: number;
  /** Makes a question into what may have been heard. */
  readonly mishear: (question: string) => string;
  /** A number from 0 to 1 for each thing to be chosen. */
  readonly random: () => number;
}

type Made = Omit<Example, 'world'>;

/** What examples of one question are made of. */
interface Asked {
  readonly question: EvalQuestion;
  /** Folded. */
  readonly text: string;
  readonly title: string;
  /** The article's text, as it stands and folded. */
  readonly source: string;
  readonly folded: string;
  readonly windows: readonly Window[];
}

/** Makes examples of a set: windows with the answer, those that the index finds without it, near misses, and made ones. */
export async function* examplesOf(
  set: EvalSet,
  index: PassageIndex,
  options: ExampleOptions,
): AsyncGenerator<Example> {
  const passages = new Map(set.passages.map((passage) => [passage.id, passage]));
  const owners = ownersOf(set.passages.map(({ text }) => fold(text)));
  for (const question of set.questions) {
    const gold = passages.get(question.passage);
    if (!gold) continue;
    const world = question.passage.replace(/-\d+$/, '');
    const asked: Asked = {
      question,
      text: fold(question.text),
      title: fold(gold.title ?? ''),
      source: gold.text,
      folded: fold(gold.text),
      windows: windowsOf(gold.text),
    };
    const made =
      question.answers.length === 0 ? unanswered(asked, options) : answered(asked, owners, options);
    for (const example of made) yield { ...example, source: `${set.name} ${example.source}`, world };
    if (question.answers.length > 0 && made.length === 0) continue;
    for (const example of await found(asked, index, options))
      yield { ...example, source: `${set.name} ${example.source}`, world };
  }
}

/** The windows that look most like a near miss. */
function unanswered(asked: Asked, options: ExampleOptions): Made[] {
  return nearestWindows(asked.text, asked.folded, asked.windows)
    .slice(0, 2)
    .filter((_, place) => place === 0 || options.random() < 0.4)
    .map((window) => example(asked, window, 'near miss', options));
}

function answered(asked: Asked, owners: Owners, options: ExampleOptions): Made[] {
  const { question, text, folded, title, windows } = asked;
  const { random } = options;
  const place = answerPlace(question, folded);
  if (!place) return [];
  const [start, end] = place;
  const holding = windows.filter((window) => window.start <= start && window.end >= end);
  if (holding.length === 0) return [];
  const window = pick(holding, random);
  const positive = example(asked, window, 'answered', options);
  const before = codePoints(positive.text.slice(0, start - window.start));
  const span = [before, before + codePoints(folded.slice(start, end))] as const;
  const made: Made[] = [{ ...positive, span }];
  if (random() < options.misheard) {
    const heard = withoutMark(options.mishear(text), random);
    if (heard !== text) made.push({ ...positive, question: heard, span, source: 'misheard' });
  }
  const answers = question.answers.map(fold);
  if (random() < options.elsewhere) {
    const [other] = nearestWindows(text, folded, windows).filter(
      (one) => !answers.some((answer) => folded.slice(one.start, one.end).includes(answer)),
    );
    if (other) made.push(example(asked, other, 'elsewhere', options));
  }
  if (random() < options.cut) {
    const rest = withoutSentence(asked.source, window, place);
    if (rest && !answers.some((answer) => fold(rest).includes(answer)))
      made.push({ ...example(asked, window, 'cut', options), text: fold(rest) });
  }
  if (random() < options.exchanged) {
    const article = `${title}\n${folded}`;
    const number = withOtherNumber(text, article, random);
    if (number !== undefined)
      made.push({ ...example(asked, window, 'another number', options), question: number });
    const owner = withOtherOwner(text, article, owners, random);
    if (owner !== undefined)
      made.push({ ...example(asked, window, 'another owner', options), question: owner });
  }
  return made;
}

function example(asked: Asked, window: Window, source: string, options: ExampleOptions): Made {
  return {
    question: asked.text,
    context: contextOf(asked.title, window.header, options),
    text: asked.folded.slice(window.start, window.end),
    source,
  };
}

function contextOf(title: string, header: string, { titled, random }: ExampleOptions): string {
  return fold([random() < titled ? title : '', header].filter((part) => part !== '').join('：'));
}

/** With or without a question mark: people mostly leave it out. */
function withoutMark(question: string, random: () => number): string {
  return random() < 0.5 ? question.replace(/[?？]$/, '') : question;
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

/** Windows of other articles that the index finds for the question, and that have none of its answers. */
async function found(asked: Asked, index: PassageIndex, options: ExampleOptions): Promise<Made[]> {
  const { random } = options;
  const { text, passage, answers } = asked.question;
  const { candidates } = await retrieve(index, text);
  const wanted = answers.map(fold);
  const others = candidates
    .map((candidate) => candidate.passage)
    .filter(({ article }) => article.id !== passage)
    .filter((other) => !wanted.some((answer) => fold(other.text).includes(answer)))
    .slice(0, 6);
  const chosen = new Set<Passage>();
  const whole = Math.floor(options.found) + (random() < options.found % 1 ? 1 : 0);
  while (chosen.size < Math.min(whole, others.length))
    chosen.add(
      random() < 0.6 ? (others.find((other) => !chosen.has(other)) as Passage) : pick(others, random),
    );
  return [...chosen].flatMap((other) => {
    const [window] = nearestWindows(asked.text, fold(other.text), windowsOf(other.text));
    if (!window) return [];
    return {
      question: asked.text,
      context: contextOf(fold(other.article.title), window.header, options),
      text: fold(other.text.slice(window.start, window.end)),
      source: 'found',
    };
  });
}

/** What a passage of a set is for: to learn from, to calibrate on, or to measure on. */
export type Use = 'learned' | 'calibration' | 'kept apart';

/** What a passage of a public set is for: by its title, so that articles stay whole; a tenth each for the last two. */
export function useOf({ id, title }: EvalSet['passages'][number]): Use {
  const tenth = hash(title || id) % 10;
  return tenth === 0 ? 'kept apart' : tenth === 1 ? 'calibration' : 'learned';
}
