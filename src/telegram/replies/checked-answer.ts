import type { Answer, Clipping } from '../../answering/answer.js';
import type { Question } from '../../answering/question.js';
import { citationText } from '../rendering/citation-text.js';
import { emphasised } from '../rendering/emphasis.js';
import { joined, styled } from '../rendering/formatted-text.js';
import { MESSAGE_UNITS, NotVerbatimError, type Sendable, seal } from '../rendering/sendable.js';
import { openingLines } from '../threads/opening-lines.js';
import type { Locale } from '../wording/locale.js';
import { named } from '../wording/named.js';
import type { Services } from './services.js';

/** Of passages that only may answer, no more are shown: whoever has read so many in vain is better off with other words. */
const MOST_POSSIBLE = 3;

/** A clipping with the message that shows it. */
export interface SendableClipping {
  readonly clipping: Clipping;
  readonly message: Sendable;
}

/** An answer whose clippings have passed the check; `clippings` is empty when none did. */
export interface CheckedAnswer {
  readonly answer: Answer;
  readonly clippings: readonly SendableClipping[];
}

/** Which clippings an answer is made of. */
export interface ClippingOptions {
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
  question: Question,
  options: ClippingOptions,
  services: Services,
  locale: Locale,
): Promise<CheckedAnswer> {
  const before = services.answerer.version;
  const answer = await services.answerer.answer(question, { top: options.top });
  const offered = answer.status === 'possible' ? answer.results.slice(0, MOST_POSSIBLE) : answer.results;
  const label = ({ unmentioned }: Clipping) => [
    ...openingLines(question, answer, locale),
    ...labelOf(answer.status, options.notes ? named(unmentioned) : [], locale),
  ];
  const clippings = await sendable(offered, label, services, locale);
  // The collection may have been replaced between answer and check; the new one has an answer of its own.
  const stale = clippings.length < offered.length && services.answerer.version !== before;
  return stale ? checkedAnswer(question, options, services, locale) : { answer, clippings };
}

/**
 * What stands above a clipping; nothing where it simply answers.
 * @param unmentioned words of the question that its article lacks
 */
function labelOf(status: Answer['status'], unmentioned: readonly string[], locale: Locale): string[] {
  switch (status) {
    case 'refused':
      return [locale.nearest];
    case 'possible':
      return [locale.possible(unmentioned)];
    case 'answered':
      return unmentioned.length > 0 ? [locale.unmentioned(unmentioned)] : [];
  }
}

async function sendable(
  clippings: readonly Clipping[],
  label: (clipping: Clipping) => readonly string[],
  services: Services,
  locale: Locale,
): Promise<SendableClipping[]> {
  const checked: SendableClipping[] = [];
  for (const clipping of clippings) {
    const source = await passageText(clipping.citation.id, services);
    if (source === undefined) continue;
    try {
      const message = clippingMessage(clipping, source, label(clipping), services.username, locale);
      checked.push({ clipping, message });
    } catch (error) {
      if (!(error instanceof NotVerbatimError)) throw error;
      services.log.error({ err: error, passage: clipping.citation.id }, 'clipping held back');
    }
  }
  return checked;
}

/**
 * A clipping with its citation, and lines above it where they are given.
 * @param source the passage that it claims to quote
 * @throws NotVerbatimError when it is not verbatim
 */
function clippingMessage(
  clipping: Clipping,
  source: string,
  above: readonly string[],
  username: string,
  locale: Locale,
): Sendable {
  const quotation = styled('blockquote', emphasised(clipping.excerpt, clipping));
  const citation = citationText(clipping.citation, username, locale);
  return seal(joined([...above, quotation, citation], '\n'), [source]);
}

/** The passage as the collection holds it, or `undefined` when it no longer does. */
async function passageText(id: string, { answerer }: Services): Promise<string | undefined> {
  const context = await answerer.context(id, MESSAGE_UNITS);
  return context?.text.slice(context.passage.start, context.passage.end);
}
