import { documentOf, type PostingLists } from './posting-lists.js';
import type { TermTable } from './term-table.js';

/**
 * MiniSearch's inverted index in another layout. MiniSearch keeps terms in a radix tree whose children it scans one
 * by one, and Chinese gives the root thousands of them; its postings are a `Map` a term and field. Here terms have
 * numbers, by which MiniSearch asks for them, and postings lie in typed arrays. This has those methods of MiniSearch's
 * own index that its `search` calls, so that it works unchanged. Prefix and fuzzy search, which need the tree, and
 * `discard` with its vacuuming are left out; nothing asks for them.
 */
export class InvertedIndex {
  /** @param fields posting lists by the field's number */
  constructor(
    readonly terms: TermTable,
    readonly fields: readonly PostingLists[],
  ) {}

  get(term: number): TermView {
    return new TermView(this.fields, term);
  }
}

/** One term's postings by field. */
class TermView {
  constructor(
    readonly fields: readonly PostingLists[],
    readonly term: number,
  ) {}

  get(field: number): PostingsView {
    return new PostingsView(this.fields[field] as PostingLists, this.term);
  }
}

/** One term's postings in one field: documents with frequencies. */
class PostingsView {
  constructor(
    readonly lists: PostingLists,
    readonly term: number,
  ) {}

  get size(): number {
    return this.lists.count(this.term);
  }

  get(document: number): number | undefined {
    return this.lists.frequency(this.term, document) || undefined;
  }

  *keys(): Generator<number> {
    const start = this.lists.start(this.term);
    for (let at = start; at < start + this.size; at++) yield documentOf(this.lists.pool[at] as number);
  }
}
