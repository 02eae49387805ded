/** A message that somebody wrote, whichever export it was found in. */
export interface Message {
  readonly id: number;
  /** Plain, with its line breaks. */
  readonly text: string;
  /** Day on which it was sent, as the export has it. */
  readonly date?: string;
  readonly from?: string;
  /** The message that it answers, in the same chat. */
  readonly replyTo?: number;
  /** First and last line of the source file, counted from 1. */
  readonly lines: readonly [first: number, last: number];
}

/** What an export tells of the chat itself. */
export interface Chat {
  readonly name?: string;
  /** Whether only its owners write: then who wrote a message says nothing. */
  readonly isChannel: boolean;
  /** What a message's number is put behind to make its address; absent where the export does not tell. */
  readonly address?: string;
}
