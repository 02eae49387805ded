import type { BlockDraft } from '../block-draft.js';

/** A block of a document, with what its role may depend on. */
export interface MarkdownDraft extends BlockDraft {
  /** Whether it is bold from end to end, as a heading is that was not marked as one. */
  readonly bold?: boolean;
}
