import type { Sendable } from './sendable.js';

/** A message as an inline result carries it. */
export interface InlineContent {
  readonly message_text: string;
  readonly entities: Sendable['entities'];
  readonly link_preview_options: { readonly is_disabled: true };
}

/** The message as content of an inline result. */
export function inlineContent({ text, entities }: Sendable): InlineContent {
  return { message_text: text, entities, link_preview_options: { is_disabled: true } };
}
