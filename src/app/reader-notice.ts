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

const CONSEQUENCE = 'what is found is shown as possible, never as the answer';
