import type { MessageEntity } from '@grammyjs/types';
import type { CallRecord } from '../../../../playground/user-api.js';

/**
 * The page's modules that need no browser. They are JavaScript with types of their own, checked apart from the rest;
 * what the tests use of them is stated here.
 */
interface Modules {
  'text/entities.js': { arrange(text: string, entities: readonly MessageEntity[]): TextNode[] };
  'text/links.js': { destinationOf(address: string, username: string): Destination | undefined };
  'shell/call-filter.js': { fits(call: CallRecord, filter: CallFilter): boolean };
}

export type TextNode = string | { readonly entity: MessageEntity; readonly children: readonly TextNode[] };
export type Destination =
  | { readonly kind: 'start'; readonly payload?: string }
  | { readonly kind: 'web'; readonly url: string };
export interface CallFilter {
  readonly text: string;
  readonly result: 'all' | 'accepted' | 'refused';
  readonly polls: boolean;
}

export function pageModule<Name extends keyof Modules>(name: Name): Promise<Modules[Name]> {
  return import(new URL(`../../../../playground/page/${name}`, import.meta.url).href);
}
