import type { Answer, Clipping, FilterKind } from '../../answering/answer.js';
import type { Question } from '../../answering/question.js';
import type { View } from '../rendering/callback-data.js';
import { type CitationStyle, citationText } from '../rendering/citation-text.js';
import { emphasised } from '../rendering/emphasis.js';
import { concat, styled } from '../rendering/formatted-text.js';
import { relativesText } from '../rendering/relatives-text.js';
import { NotVerbatimError, type Sendable, seal } from '../rendering/sendable.js';
import { openingLines } from '../threads/opening-lines.js';
import { labelOf } from '../wording/label.js';
import type { Locale } from '../wording/locale.js';
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
  /** Whether lines above a clipping tell of the question: which limits left nothing, which words its article lacks. */
  readonly notes: boolean;
  /** Limits in the question that are not to be heeded; by default all are. */
  readonly without?: readonly FilterKind[];
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
  const { top, notes, without = [] } = options;
  const answer = await services.answerer.answer(question, { top, ...(without.length > 0 && { without }) });
  const offered = answer.status === 'possible' ? answer.results.slice(0, MOST_POSSIBLE) : answer.results;
  const label = (clipping: Clipping) => [
    ...openingLines(question, answer, locale),
    ...labelOf(answer, clipping, notes, locale),
  ];
  const clippings = await sendable(offered, label, services, locale);
  // The collection may have been replaced between answer and check; the new one has an answer of its own.
  const stale = clippings.length < offered.length && services.answerer.version !== before;
  return stale ? checkedAnswer(question, options, services, locale) : { answer, clippings };
}

async function sendable(
  clippings: readonly Clipping[],
  label: (clipping: Clipping) => readonly string[],
  services: Services,
  locale: Locale,
): Promise<SendableClipping[]> {
  const checked = clippings.map(async (clipping) => {
    const message = await sendableMessage(clipping, label(clipping), services, locale);
    return message ? [{ clipping, message }] : [];
  });
  return (await Promise.all(checked)).flat();
}

/** A clipping as a message; `undefined` where it is not verbatim, or its passage has gone. */
export async function sendableMessage(
  clipping: Clipping,
  label: readonly string[],
  services: Services,
  locale: Locale,
): Promise<Sendable | undefined> {
  const source = await quotable(clipping.citation.id, services);
  if (source === undefined) return undefined;
  try {
    return clippingMessage(clipping, source, label, services, locale);
  } catch (error) {
    if (!(error instanceof NotVerbatimError)) throw error;
    services.log.error({ err: error, passage: clipping.citation.id }, 'clipping held back');
    services.measures.heldBack();
    return undefined;
  }
}

/**
 * A clipping with its citation, lines above it where there are any, and its relatives below.
 * @param source the passage that it claims to quote
 * @throws NotVerbatimError when it is not verbatim
 */
function clippingMessage(
  clipping: Clipping,
  source: string,
  label: readonly string[],
  style: CitationStyle,
  locale: Locale,
): Sendable {
  const quotation = styled('blockquote', emphasised(clipping.excerpt, clipping));
  const citation = citationText(clipping.citation, style, locale);
  const above = label.map((line) => `${line}\n`);
  return seal(concat(...above, quotation, '\n', citation, relativesText(clipping, style, locale)), [source]);
}

/** What may be quoted of a passage as the collection holds it, or `undefined` when it no longer does. */
async function quotable(id: string, { answerer }: Services): Promise<string | undefined> {
  return (await answerer.context(id, LEAST_UNITS))?.quotable;
}

/** The text around is not needed. */
const LEAST_UNITS = 1;

/** How many clippings an answer can be paged through. */
const PAGED = 5;

/** The answer of a question as the reader wants it shown, its clippings in that order. */
export async function paged(
  question: Question,
  { newestFirst, without }: View,
  services: Services,
  locale: Locale,
): Promise<CheckedAnswer> {
  const checked = await checkedAnswer(question, { top: PAGED, notes: true, without }, services, locale);
  if (!newestFirst) return checked;
  const when = ({ clipping }: SendableClipping): string => clipping.citation.when ?? '';
  const clippings = checked.clippings.toSorted((a, b) =>
    when(a) < when(b) ? 1 : when(a) > when(b) ? -1 : 0,
  );
  return { ...checked, clippings };
}
