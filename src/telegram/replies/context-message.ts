import type { Clipping, Context } from '../../answering/answer.js';
import { carriedOver } from '../rendering/carried-emphasis.js';
import { citationText } from '../rendering/citation-text.js';
import { emphasised } from '../rendering/emphasis.js';
import { concat, type FormattedText, joined, styled } from '../rendering/formatted-text.js';
import { type Sendable, seal } from '../rendering/sendable.js';
import type { Locale } from '../wording/locale.js';
import type { Services } from './services.js';

/** Longest text around a passage in UTF-16 units: some three screens of a phone, well below a message's length. */
const CONTEXT_UNITS = 1200;
/** Up to this length, in UTF-16 units, a context is shown as one; a longer one folds what is around the passage. */
const OPEN_UNITS = 600;

/**
 * The text around a passage with its citation, or `undefined` when the passage is no longer held.
 * @param clipping the clipping from which the reader came; what is marked there is marked here, too
 * @param above lines that stand above it
 */
export async function contextMessage(
  id: string,
  clipping: Clipping | undefined,
  services: Services,
  locale: Locale,
  above: readonly string[] = [],
): Promise<Sendable | undefined> {
  const context = await services.answerer.context(id, CONTEXT_UNITS);
  if (!context) return undefined;
  const quotations = quotationsOf(context, clipping);
  const citation = citationText(context.citation, services.username, locale);
  return seal(
    joined([...above, ...quotations, citation], '\n'),
    quotations.map(() => context.text),
  );
}

/** One quotation where it is short; else the passage open, and what comes before and after it folded. */
function quotationsOf({ text, passage, more }: Context, clipping: Clipping | undefined): FormattedText[] {
  const [opening, closing] = [more.before ? '…' : '', more.after ? '…' : ''];
  const marked = (part: string): FormattedText =>
    emphasised(part, clipping ? carriedOver(clipping, part) : {});
  if (text.length <= OPEN_UNITS) {
    return [styled('blockquote', concat(opening, marked(text.trim()), closing))];
  }
  const before = text.slice(0, passage.start).trim();
  const after = text.slice(passage.end).trim();
  return [
    ...(before === '' ? [] : [styled('expandable_blockquote', opening + before)]),
    styled('blockquote', marked(text.slice(passage.start, passage.end).trim())),
    ...(after === '' ? [] : [styled('expandable_blockquote', after + closing)]),
  ];
}
