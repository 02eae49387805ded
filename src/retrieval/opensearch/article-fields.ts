import type { Passage } from '../../corpus/article.js';
import { fold } from '../../language/fold.js';
import { segment } from '../../language/segment.js';
import { folderOf } from '../article-store.js';
import { stretchesOf } from '../title-suggester.js';
import { charactersOf } from './characters.js';
import { soundPairs } from './title-sounds.js';

/** What stands in the first passage of each article, for all that is asked of articles rather than passages. */
interface FirstFields {
  readonly first: true;
  readonly heading: string;
  /** UTF-16 units of it. */
  readonly headingUnits: number;
  /** What it is found by as it is typed. */
  readonly headingStretches: readonly string[];
  /** Its words, folded. */
  readonly headingWords: readonly string[];
  /** `soundPairs` of it, a blank between two. */
  readonly headingSounds: string;
  readonly printedIn?: string;
  /** As the source states it. */
  readonly stated?: string;
  /** ISO 8601. */
  readonly when?: string;
  /** The one or the other. */
  readonly day?: string;
}

/** What tells of a passage where it stands in the collection, and which characters it has. */
export interface ArticleFields extends Partial<FirstFields> {
  readonly source: string;
  /** The folder directly in the collection; absent for files outside of any. */
  readonly folder?: string;
  /** Orders the passages of a file, then those of an article. */
  readonly line: number;
  readonly at: number;
  readonly characters: string;
}

/** Titles are cut to so many UTF-16 units, of three bytes at most each: Lucene keeps no longer terms (`ignore_above`). */
export const LONGEST = 8_000;

export function articleFields(passage: Passage): ArticleFields {
  const { article, start, lines, text } = passage;
  const { source } = article;
  const folder = folderOf(source);
  return {
    source,
    ...(folder !== undefined && { folder }),
    line: lines[0],
    at: start,
    characters: charactersOf(text),
    ...(isFirst(passage) && firstFields(passage)),
  };
}

/** Whether nothing of the article stands before it. */
function isFirst({ article, start }: Passage): boolean {
  return article.text.slice(0, start).trim() === '';
}

function firstFields({ article }: Passage): FirstFields {
  const { title, publication, date, when } = article;
  const heading = title.slice(0, LONGEST);
  const day = when ?? date;
  return {
    first: true,
    heading,
    headingUnits: heading.length,
    headingStretches: [...new Set(stretchesOf(heading))],
    headingWords: [...new Set(segment(heading).map(({ term }) => term))],
    headingSounds: soundPairs(fold(heading)).join(' '),
    ...(publication !== undefined && { printedIn: publication }),
    ...(date !== undefined && { stated: date }),
    ...(when !== undefined && { when }),
    ...(day !== undefined && { day }),
  };
}
