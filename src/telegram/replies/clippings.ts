import type { Answer, Clipping } from '../../answering/answer.js';
import { citationText } from '../rendering/citation-text.js';
import { emphasised } from '../rendering/emphasis.js';
import { rich, styled } from '../rendering/rich-text.js';
import { MESSAGE_UNITS, NotVerbatimError, type Sendable, seal } from '../rendering/sendable.js';
import { named } from '../wording/named.js';
import type { Desk, Voice } from './services.js';

/** A clipping ready to be sent. */
export interface Page {
  readonly clipping: Clipping;
  readonly message: Sendable;
}

/** An answer whose clippings have passed the check; `pages` is empty when none did. */
export interface CheckedAnswer {
  readonly answer: Answer;
  readonly pages: readonly Page[];
}

/** What is wanted of an answer. */
export interface Wanted {
  /** How many clippings at most. */
  readonly top: number;
  /** Whether a line above a clipping tells which words of the question its article lacks. */
  readonly notes: boolean;
}

/**
 * Answers a question and makes each clipping a message. A clipping that is not verbatim, or whose passage has gone
 * meanwhile, is left out.
 */
export async function checkedAnswer(
  question: string,
  wanted: Wanted,
  desk: Desk,
  voice: Voice,
): Promise<CheckedAnswer> {
  const before = desk.answerer.version;
  const answer = await desk.answerer.answer({ text: question }, { top: wanted.top });
  const label = (clipping: Clipping): string | undefined => {
    if (answer.status === 'refused') return voice.words.nearest;
    const unmentioned = wanted.notes ? named(clipping.unmentioned) : [];
    return unmentioned.length > 0 ? voice.words.unmentioned(unmentioned) : undefined;
  };
  const pages = await pagesOf(answer.results, label, desk, voice);
  // The collection may have been replaced between answer and check; the new one has an answer of its own.
  const stale = pages.length < answer.results.length && desk.answerer.version !== before;
  return stale ? checkedAnswer(question, wanted, desk, voice) : { answer, pages };
}

async function pagesOf(
  clippings: readonly Clipping[],
  label: (clipping: Clipping) => string | undefined,
  desk: Desk,
  voice: Voice,
): Promise<Page[]> {
  const pages: Page[] = [];
  for (const clipping of clippings) {
    const source = await passageText(clipping.citation.id, desk);
    if (source === undefined) continue;
    try {
      pages.push({ clipping, message: clippingMessage(clipping, source, label(clipping), voice) });
    } catch (error) {
      if (!(error instanceof NotVerbatimError)) throw error;
      desk.log.error({ err: error, passage: clipping.citation.id }, 'clipping held back');
    }
  }
  return pages;
}

/**
 * A clipping with its citation, and a label above it where one is given.
 * @param source the passage that it claims to quote
 * @throws NotVerbatimError when it is not verbatim
 */
function clippingMessage(
  clipping: Clipping,
  source: string,
  label: string | undefined,
  { words, username }: Voice,
): Sendable {
  const quotation = styled('blockquote', emphasised(clipping.excerpt, clipping));
  const citation = citationText(clipping.citation, username, words);
  return seal(rich(...(label === undefined ? [] : [label, '\n']), quotation, '\n', citation), [source]);
}

/** The passage as the collection holds it, or `undefined` when it no longer does. */
async function passageText(id: string, { answerer }: Desk): Promise<string | undefined> {
  const context = await answerer.context(id, MESSAGE_UNITS);
  return context?.text.slice(context.passage.start, context.passage.end);
}
