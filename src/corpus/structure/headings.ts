import type { BlockDraft } from '../block-draft.js';
import { withChapters } from './chapters.js';
import { withFields } from './fields.js';

/** Mends which lines are headings: those of chapters are, and labels with their values are none. */
export function withHeadings<Draft extends BlockDraft>(drafts: readonly Draft[]): Draft[] {
  return withFields(withChapters(drafts));
}
