import type { ReaderFault } from '../answering/learned-reader.js';

/** What became of the reader at the start. */
export type ReaderOutcome =
  /** It reads. */
  | { readonly kind: 'on' }
  /** `READER` is off. */
  | { readonly kind: 'off' }
  /** It should read and cannot, for a reason that is told in a few words. */
  | { readonly kind: 'unavailable'; readonly why: string };

/** A line for the log. */
export interface Notice {
  readonly level: 'info' | 'warn';
  readonly text: string;
}

/** What the log says of the reader at the start: nothing while it reads, else what follows for the answers. */
export function readerNotice(outcome: ReaderOutcome): Notice | undefined {
  switch (outcome.kind) {
    case 'on':
      return undefined;
    case 'off':
      return { level: 'info', text: `the reader is off (READER=off); ${CONSEQUENCE}` };
    case 'unavailable':
      return { level: 'warn', text: `the reader cannot be used (${outcome.why}); ${CONSEQUENCE}` };
  }
}

/** What the log says of a reader that was ready and fails. */
export function faultNotice(fault: ReaderFault): string {
  switch (fault.kind) {
    case 'unread':
      return `the reader failed at a passage (${fault.why}); where that happens, ${CONSEQUENCE}. It is told only once`;
    case 'reopening':
      return `the reader stopped (${fault.why}); it is opened again in ${fault.pauseMs / 1000} s. Meanwhile ${CONSEQUENCE}`;
    case 'gone':
      return `the reader stopped again (${fault.why}); from now on ${CONSEQUENCE}. Start the bot again to have it read`;
  }
}

const CONSEQUENCE = 'what is found is shown as possible, never as the answer';
