import type { Logger } from 'pino';
import type { Unreadable } from '../corpus/article.js';
import type { Place } from '../corpus/files.js';
import type { ReadingLimits } from '../corpus/reading-process/limits.js';
import type { Survey } from '../corpus/survey.js';
import type { FileChanges } from '../corpus/watch/settling.js';
import type { ArticleStore } from '../retrieval/article-store.js';
import type { ClusterSetting } from '../retrieval/opensearch.js';
import type { PassageIndex } from '../retrieval/passage-index.js';
import type { OnRead } from './live-collection.js';
import type { MemorySetting, OpenIndexOptions } from './open-index.js';

/** Which index holds the passages. */
export type IndexSetting = MemorySetting | SharedSetting;

/** In a cluster, which several processes share. */
export interface SharedSetting extends ClusterSetting {
  readonly kind: 'cluster';
}

export interface FollowOptions extends OpenIndexOptions {
  /** Which index holds the passages; default: memory, kept nowhere. */
  readonly index?: IndexSetting;
  /** Whether to follow the files as they change; default no. */
  readonly watch?: boolean;
  /** Told what the files and the index are worth telling for. */
  readonly log?: Pick<Logger, 'info' | 'warn'>;
  /** How long files have to stay the same before a change is taken in, in milliseconds; default 1,000. */
  readonly settleMs?: number;
  /** What the reading of a file may take, in a process of its own; default: whatever it takes, in this one. */
  readonly limits?: ReadingLimits;
  /** Told how far the reading at the start has come. */
  readonly onRead?: OnRead;
  /**
   * Told of each change that was taken in after the start, with the ids of the articles that are new or changed; `undefined`
   * where another process took it in, and which these are is not known here.
   */
  readonly onChange?: (added: readonly string[] | undefined) => void;
}

/** A collection whose index is as its files are. */
export interface FollowedCollection {
  readonly index: PassageIndex;
  /** The articles that are served. */
  readonly articles: ArticleStore;
  /** What could not be read at the start; the rest is served. Where processes share an index, it is told to the log. */
  readonly unreadable: readonly Unreadable[];
  /** What cannot be read or served now, as far as this process follows the files. */
  readonly leftOut: () => readonly Unreadable[];
  /** Where the files are: a folder, or a file; `undefined`: not within this process's reach. */
  readonly place: Place | undefined;
  /** Whether this process follows the files; where it does not, another may. */
  readonly isFollowing: () => boolean;
  /**
   * Looks at the files at once, or waits for what another process takes in, if it does so soon.
   * @returns what has changed; nothing where this process does not follow them
   */
  look(): Promise<FileChanges>;
  /** All of it in a line, as it is now. */
  readonly survey: () => Survey;
  /** Whether the index can be asked at present. */
  readonly isAnswering: () => boolean;
  /** Ends following the files; resolves when the index is kept as it is. */
  close(): Promise<void>;
}

export const NO_CHANGES: FileChanges = { added: [], changed: [], removed: [] };
