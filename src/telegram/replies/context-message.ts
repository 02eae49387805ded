import type { Clipping } from '../../answering/answer.js';
import type { Range } from '../../language/range.js';
import { citationText } from '../rendering/citation-text.js';
import { emphasised } from '../rendering/emphasis.js';
import { rich, styled } from '../rendering/rich-text.js';
import { type Sendable, seal } from '../rendering/sendable.js';
import type { Desk, Voice } from './desk.js';

/** Longest text around a passage in UTF-16 units: some three screens of a phone, well below a message's length. */
const CONTEXT_UNITS = 1200;
/** From this length on a quotation folds up until it is tapped. */
const EXPANDABLE_UNITS = 600;
/** How much of the excerpt before the answer must stand before it in the context, too, in UTF-16 units. */
const LEAD_UNITS = 16;

/**
 * The text around a passage with its citation, or `undefined` when the passage is no longer held.
 * @param clipping the clipping from which the reader came; its answer is set in bold here, too
 */
export async function contextMessage(
  id: string,
  clipping: Clipping | undefined,
  desk: Desk,
  { words, username }: Voice,
): Promise<Sendable | undefined> {
  const context = await desk.answerer.context(id, CONTEXT_UNITS);
  if (!context) return undefined;
  const { text, passage, citation, more } = context;
  const answer = clipping && answerIn(text, passage.start, clipping);
  const quotation = rich(more.before ? '…' : '', emphasised(text, { answer }), more.after ? '…' : '');
  const style = text.length < EXPANDABLE_UNITS ? 'blockquote' : 'expandable_blockquote';
  return seal(rich(styled(style, quotation), '\n', citationText(citation, username, words)), [text]);
}

/**
 * Where the clipping's answer stands in the text, found by the words that lead up to it; `undefined` when it has
 * none or line breaks came between.
 * @param from where the clipping's passage begins in the text
 */
function answerIn(text: string, from: number, { excerpt, answer }: Clipping): Range | undefined {
  if (!answer) return undefined;
  const omission = excerpt.lastIndexOf('…', answer.start - 1);
  const start = Math.max(omission + 1, answer.start - LEAD_UNITS, 0);
  const at = text.indexOf(excerpt.slice(start, answer.end), from);
  return at < 0 ? undefined : { start: at + answer.start - start, end: at + answer.end - start };
}
