import { type RankedPassage, rank, readRanking } from '../../../src/answering/ranking/rank.js';
import {
  type ReadWindow,
  readWindows,
  type WindowsRead,
} from '../../../src/answering/reading/read-windows.js';
import { type Retrieved, retrieve } from '../../../src/answering/retrieving/retrieve.js';
import type { Article } from '../../../src/corpus/article.js';
import { passagesOf } from '../../../src/corpus/passages.js';
import { EmbeddedIndex } from '../../../src/retrieval/embedded-index.js';
import { FakeReader, type Fancy } from '../support.js';

/** A question with what was found, ranked, and read by a reader that has these fancies. */
export interface FoundAndRead {
  readonly retrieved: Retrieved;
  readonly ranked: readonly RankedPassage[];
  readonly read: WindowsRead;
  /** The windows, the best first. */
  readonly windows: readonly ReadWindow[];
}

export async function foundAndRead(
  articles: readonly Article[],
  question: string,
  fancies: readonly Fancy[] = [],
): Promise<FoundAndRead> {
  const index = new EmbeddedIndex();
  await index.add(articles.flatMap((one) => passagesOf(one)));
  const retrieved = await retrieve(index, question);
  const ranked = rank(retrieved, readRanking());
  const read = await readWindows(new FakeReader(fancies), retrieved, ranked);
  return { retrieved, ranked, read, windows: read.kind === 'read' ? read.windows : [] };
}
