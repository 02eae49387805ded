import { DAY_MS } from '../../keeping/days.js';
import type { KeptMap } from '../../keeping/kept-map.js';
import { fold } from '../../language/fold.js';
import { shorten } from '../wording/shorten.js';

/** A question that found no answer, without who asked. */
export interface Unanswered {
  readonly text: string;
  readonly times: number;
  /** When it was asked last, in milliseconds since 1970. */
  readonly last: number;
}

/** Questions that are alike. */
export interface AlikeQuestions {
  /** The one that was asked most. */
  readonly text: string;
  /** How often all of them were asked. */
  readonly times: number;
  /** How many wordings there are. */
  readonly wordings: number;
}

const KEPT_MS = 30 * DAY_MS;
/** Wordings that are kept; of more, those that were asked longest ago go. */
const MOST = 1_000;
/** UTF-16 units of a wording that are kept. */
const LONGEST = 200;
/** Questions are alike from this share of pairs of neighbouring characters on that both have, of those that either has. Not measured. */
const ALIKE = 0.4;

/** Keeps questions that found no answer, for a month. */
export class UnansweredQuestions {
  /**
   * @param kept questions by their characters alone
   * @param now milliseconds since 1970
   */
  constructor(
    private readonly kept: KeptMap<Unanswered>,
    private readonly now: () => number = Date.now,
  ) {}

  /** Notes a question. */
  note(text: string): void {
    const key = bareOf(text);
    if (key === '') return;
    const times = (this.kept.get(key)?.times ?? 0) + 1;
    this.kept.set(key, { text: shorten(text.trim(), LONGEST), times, last: this.now() });
    this.#drop();
  }

  /** What was asked in vain, most often asked first; wordings that are alike together. */
  groups(): AlikeQuestions[] {
    this.#drop();
    const groups: { pairs: ReadonlySet<string>; questions: Unanswered[] }[] = [];
    const all = [...this.kept.entries()].map(([, question]) => question);
    for (const question of all.sort((a, b) => b.times - a.times || b.last - a.last)) {
      const pairs = pairsOf(bareOf(question.text));
      const group = groups.find((one) => likeness(one.pairs, pairs) >= ALIKE);
      if (group) group.questions.push(question);
      else groups.push({ pairs, questions: [question] });
    }
    return groups
      .map(({ questions }) => ({
        text: questions[0]?.text ?? '',
        times: questions.reduce((sum, { times }) => sum + times, 0),
        wordings: questions.length,
      }))
      .sort((a, b) => b.times - a.times);
  }

  /** Resolves when all is on disk. */
  async close(): Promise<void> {
    await this.kept.settled();
  }

  #drop(): void {
    // Those that were asked longest ago come first.
    for (const [key, { last }] of this.kept.entries()) {
      if (this.kept.size <= MOST && this.now() - last <= KEPT_MS) return;
      this.kept.delete(key);
    }
  }
}

/** A kept question, or `undefined` for what is none. */
export function parseUnanswered(value: unknown): Unanswered | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { text, times, last } = value as Record<string, unknown>;
  const isOne = typeof text === 'string' && Number.isInteger(times) && typeof last === 'number';
  return isOne ? (value as Unanswered) : undefined;
}

/** Letters and digits, so that 几点开门？ and 几点开门 are one. */
function bareOf(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, LONGEST);
}

function pairsOf(text: string): Set<string> {
  if (text.length < 2) return new Set([text]);
  return new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const pair of a) if (b.has(pair)) both += 1;
  return both / (a.size + b.size - both);
}
