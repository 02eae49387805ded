import type { Language } from '../../language/bilingual.js';

/** A span of time in figures. */
export interface Figures {
  readonly questions: number;
  readonly answered: number;
  readonly possible: number;
  readonly refused: number;
  readonly chats: number;
  /** Seconds within which half of the answers came, and 99 of 100; absent without any. */
  readonly p50?: number | undefined;
  readonly p99?: number | undefined;
}

/** A collection in a line. */
export interface Sums {
  readonly files: number;
  readonly articles: number;
  /** Files and folders of which nothing is served, though they were to be. */
  readonly leftOut: number;
  readonly dates?: { readonly first: string; readonly last: string };
}

/** Files by what became of them. */
interface Changes {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** What the bot says to its administrators. */
export interface OfficeWords {
  /** In which of the languages that faults are told in. */
  readonly language: Language;
  /** Descriptions in their menu of commands, 1–256 characters each. */
  readonly commands: Readonly<Record<OfficeCommand, string>>;
  /** Stands below the ordinary help. */
  readonly help: (commands: readonly string[]) => string;
  /** Below the picture, 1024 characters at most. */
  readonly stats: (today: Figures, week: Figures) => string;
  /** Of questions without an answer: those that were asked most, and how many more there are. */
  readonly unanswered: (
    shown: readonly { readonly text: string; readonly times: number; readonly wordings: number }[],
    more: number,
  ) => string;
  readonly nothingUnanswered: string;
  /** No questions are kept; which setting has them kept. */
  readonly questionsNotKept: string;
  readonly faults: (files: readonly string[], moreFiles: number, calls: readonly string[]) => string;
  /** Where it is in the collection, and what is wrong there, in a line. */
  readonly leftOutAt: (source: string, line: number | undefined, said: string) => string;
  readonly noFaults: string;
  /** The same where another bot reads the files, which alone knows of theirs. */
  readonly noFaultsHere: string;
  /** Another bot reads the files: there is nothing to look at here. */
  readonly followedElsewhere: string;
  /** A file is kept, and another bot will read it. */
  readonly addedElsewhere: (name: string) => string;
  /** The collection in a line, below /about. */
  readonly survey: (sums: Sums) => string;
  readonly failedCalls: (method: string, outcome: string, times: number) => string;
  readonly unchanged: string;
  readonly changes: (changes: Changes) => string;
  /** For /add by itself. */
  readonly howToAdd: (endings: readonly string[]) => string;
  readonly noInbox: string;
  readonly tooLarge: (megabytes: number) => string;
  readonly notRead: (ending: string, endings: readonly string[]) => string;
  readonly notFetched: string;
  readonly notStored: string;
  readonly noText: string;
  readonly added: (
    name: string,
    content: { readonly articles: number; readonly title: string; readonly dates: string | undefined },
    isNewVersion: boolean,
  ) => string;
  /** `faults` are complete sentences: what is wrong and what to do. */
  readonly leftOut: (name: string, faults: readonly string[]) => string;
  readonly inbox: (files: number) => string;
  readonly inboxEmpty: string;
  /** As an alert: 200 characters at most. */
  readonly removed: (name: string) => string;
  readonly gone: string;
  readonly paused: string;
  readonly resumed: string;
  readonly howToBroadcast: string;
  readonly noSubscribers: string;
  readonly confirmBroadcast: (chats: number) => string;
  readonly sendButton: (chats: number) => string;
  readonly sending: string;
  readonly alreadySent: string;
  readonly sent: (delivered: number, blocked: number, failed: number) => string;
  readonly followButton: string;
  readonly unfollowButton: (title: string) => string;
  readonly followed: (title: string) => string;
  readonly unfollowed: (title: string) => string;
  readonly following: (channels: number) => string;
  readonly howToFollow: string;
  /** The bot is no administrator of the channel, so that it gets no posts. */
  readonly notInChannel: string;
}

/** The commands that administrators have besides everybody's. */
export const OFFICE_COMMANDS = [
  'stats',
  'unanswered',
  'faults',
  'reload',
  'add',
  'remove',
  'follow',
  'pause',
  'resume',
  'broadcast',
] as const;
/** One of them. */
export type OfficeCommand = (typeof OFFICE_COMMANDS)[number];
