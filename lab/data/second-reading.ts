import { hash } from '../random.js';
import type { World, WorldArticle } from './world.js';

/** One question of a second reading. */
export interface BlindQuestion {
  readonly id: string;
  readonly text: string;
}

/** Every near miss is read a second time, and so is one answered question of this many. */
const ONE_OF = 3;

/**
 * What a second reader is given of an article: all near misses and a third of the answered questions, in an order that
 * tells nothing. The same for the same world each time.
 */
export function blindQuestions({ answered, nearMisses }: WorldArticle): BlindQuestion[] {
  const chosen = answered.filter(({ id }) => hash(id) % ONE_OF === 0);
  return [...chosen, ...nearMisses]
    .map(({ id, text }) => ({ id, text }))
    .sort((a, b) => hash(a.id + a.text) - hash(b.id + b.text));
}

/** A world as a second reader sees it: articles and questions, nothing of answers. */
export function blindSheet({ about, articles }: World): string {
  const sheets = articles.map((article) => {
    const questions = blindQuestions(article).map(({ id, text }) => `${id}\t${text}`);
    return [`=== ${article.id}  ${article.title}`, article.text, '', ...questions].join('\n');
  });
  return [about, '', ...sheets].join('\n\n');
}

/** What a second reader found: by question, a stretch of the article or nothing. */
export type Reading = ReadonlyMap<string, string | undefined>;

/** Reads what a second reader wrote: `id<TAB>stretch` a line, `-` where nothing answers. */
export function parseReading(text: string): Reading {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return new Map(
    lines.map((line) => {
      const [id = '', stretch = ''] = line.split('\t');
      return [id.trim(), stretch.trim() === '-' ? undefined : stretch.trim()];
    }),
  );
}

/** Where a second reading disagrees. */
export interface Disagreement {
  readonly id: string;
  readonly line: number;
  readonly kind: 'near miss answered' | 'answer not found' | 'other stretch' | 'not read';
  readonly question: string;
  /** What the first reader wrote: answers, or why there is none. */
  readonly first: string;
  readonly second: string;
}

/** Where a second reading of a world disagrees with what stands in it. */
export function disagreements({ articles }: World, reading: Reading): Disagreement[] {
  return articles.flatMap((article) => {
    const blind = new Set(blindQuestions(article).map(({ id }) => id));
    const found: Disagreement[] = [];
    for (const { id, line, text, why } of article.nearMisses) {
      const second = reading.get(id);
      const common = { id, line, question: text, first: why, second: second ?? '' };
      if (!reading.has(id)) found.push({ ...common, kind: 'not read' });
      else if (second !== undefined) found.push({ ...common, kind: 'near miss answered' });
    }
    for (const { id, line, text, answers } of article.answered) {
      if (!blind.has(id)) continue;
      const second = reading.get(id);
      const common = { id, line, question: text, first: answers.join(' || '), second: second ?? '' };
      if (!reading.has(id)) found.push({ ...common, kind: 'not read' });
      else if (second === undefined) found.push({ ...common, kind: 'answer not found' });
      else if (!answers.some((answer) => overlap(article.text, answer, second)))
        found.push({ ...common, kind: 'other stretch' });
    }
    return found;
  });
}

/** Whether two stretches share a place in a text: how long an answer is may be seen differently. */
function overlap(text: string, one: string, other: string): boolean {
  if (one.includes(other) || other.includes(one)) return true;
  for (let a = text.indexOf(one); a >= 0; a = text.indexOf(one, a + 1))
    for (let b = text.indexOf(other); b >= 0; b = text.indexOf(other, b + 1))
      if (a < b + other.length && b < a + one.length) return true;
  return false;
}
