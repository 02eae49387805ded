import type { Answerer } from '../../src/answering/answer.js';
import { createAnswerer } from '../../src/answering/answerer.js';
import type { WindowText } from '../../src/answering/reading/encode.js';
import { ReadingError } from '../../src/answering/reading/model.js';
import type { Reader, Reading, ReadOptions, ReadOutcome } from '../../src/answering/reading/reading.js';
import type { Article, ArticleFacts, Passage } from '../../src/corpus/article.js';
import { composeText } from '../../src/corpus/article-text.js';
import { passagesOf } from '../../src/corpus/passages.js';
import { asItIs } from '../../src/language/bilingual.js';
import { fold } from '../../src/language/fold.js';
import { EmbeddedIndex } from '../../src/retrieval/embedded-index.js';
import { ListedArticles } from '../../src/retrieval/listed-articles.js';

/** An article of a title and paragraphs, each on a line of its own. */
export function article(title: string, paragraphs: readonly string[], facts: ArticleFacts = {}): Article {
  const drafts = [title, ...paragraphs].map((text, i) => ({
    role: i === 0 ? ('title' as const) : ('paragraph' as const),
    text,
    lines: [i + 1, i + 1] as const,
  }));
  return { id: title, source: 'a.txt', title, ...composeText(drafts), lines: [1, drafts.length], ...facts };
}

/** The stretch of an article that holds a text, as a passage. */
export function passage(of: Article, text: string): Passage {
  const start = of.text.indexOf(text);
  if (start < 0) throw new Error(`"${text}" is not in "${of.title}"`);
  return { id: 'p', article: of, text, start, end: start + text.length, lines: of.lines };
}

/** A text as a passage that is all of its article. */
export function alone(text: string): Passage {
  const block = { role: 'paragraph' as const, start: 0, end: text.length, lines: [1, 1] as const };
  const of = { id: 'a', source: 'a.txt', title: '', text, blocks: [block], lines: [1, 1] as const };
  return { id: 'p', article: of, text, start: 0, end: text.length, lines: [1, 1] };
}

/** Indexes articles as the product does. */
export async function answererOf(articles: readonly Article[], reader?: Reader): Promise<Answerer> {
  const index = new EmbeddedIndex();
  await index.add(articles.flatMap((one) => passagesOf(one)));
  return createAnswerer(index, new ListedArticles(() => articles), reader);
}

/** What a fake reader makes of a window that holds a text: how surely it answers, and with which stretch. */
export interface Fancy {
  readonly window: string;
  /** Logit; the stretch leads by as much. */
  readonly answers: number;
  readonly stretch?: string;
}

/** A reading as a model would give it that is so sure; nothing rivals the stretch. */
export function readingOf({ text }: WindowText, answers: number, stretch?: string): Reading {
  const start = stretch === undefined ? -1 : text.indexOf(fold(stretch));
  return {
    answers,
    lead: answers,
    share: 1 / (1 + Math.exp(-answers)),
    rival: Infinity,
    stretch: stretch === undefined || start < 0 ? undefined : { start, end: start + stretch.length },
  };
}

/** A reader that knows what to make of some windows, and is sure that others answer nothing. It keeps what it was asked. */
export class FakeReader implements Reader {
  readonly asked: { readonly question: string; readonly windows: readonly WindowText[] }[] = [];
  /** What becomes of every question instead. */
  trouble: 'busy' | 'fault' | Error | undefined;

  constructor(private readonly fancies: readonly Fancy[] = []) {}

  async read(
    question: string,
    windows: readonly WindowText[],
    { enough = () => false }: ReadOptions = {},
  ): Promise<ReadOutcome> {
    this.asked.push({ question, windows });
    if (this.trouble === 'busy') return { kind: 'busy' };
    if (this.trouble === 'fault') throw new ReadingError(asItIs('its thread has ended'));
    if (this.trouble !== undefined) throw this.trouble;
    const readings: Reading[] = [];
    for (const window of windows) {
      const fancy = this.fancies.find((one) => window.text.includes(fold(one.window)));
      readings.push(fancy ? readingOf(window, fancy.answers, fancy.stretch) : readingOf(window, -SURE));
      if (enough(readings)) break;
    }
    return { kind: 'read', readings };
  }

  async close(): Promise<void> {}
}

/** A logit so far from 0 that no calibration that is any good takes it for doubt. */
export const SURE = 10;
