import { createHash } from 'node:crypto';
import MiniSearch from 'minisearch';
import type { Passage } from '../corpus/article.js';
import { termsOf } from '../language/terms.js';
import type { Candidate, PassageIndex, QueryTerm, SearchOutcome } from './passage-index.js';

/** A passage with an id that is held already. */
export class DuplicatePassageError extends Error {
  override readonly name = 'DuplicatePassageError';
  constructor(readonly id: string) {
    super(`passage "${id}" is in the index already; remove it before adding it again`);
  }
}

/** Terms found in a larger share of the passages tell too little to be worth their posting lists. */
const COMMON_SHARE = 0.05;
/** Searched for however common they are, so that a small collection or a vague question still finds something. */
const ALWAYS_SEARCHED = 6;

/** Opens MiniSearch's inverted index for reading document frequencies, which its interface does not tell. */
class Engine extends MiniSearch<Passage> {
  documentFrequency(term: string): number {
    let most = 0;
    const postings = this._index.get(term);
    if (postings) for (const documents of postings.values()) most = Math.max(most, documents.size);
    return most;
  }
}

/** The embedded index: everything in this process's memory. */
export class MiniSearchIndex implements PassageIndex {
  readonly #passages = new Map<string, Passage>();
  readonly #engine = new Engine({
    fields: ['text', 'title'],
    extractField: (passage, field) =>
      field === 'id' ? passage.id : field === 'title' ? passage.article.title : passage.text,
    tokenize: (text) => termsOf(text),
    processTerm: (term) => term,
    searchOptions: { tokenize: (terms) => [terms], processTerm: (term) => term, combineWith: 'OR' },
  });
  #version: string | undefined;

  get size(): number {
    return this.#passages.size;
  }

  get version(): string {
    if (this.#version === undefined) {
      const hash = createHash('sha256');
      for (const id of [...this.#passages.keys()].sort()) hash.update(id).update('\n');
      this.#version = hash.digest('base64url').slice(0, 12);
    }
    return this.#version;
  }

  async add(passages: readonly Passage[]): Promise<void> {
    const fresh = new Set<string>();
    for (const { id } of passages) {
      if (this.#passages.has(id) || fresh.has(id)) throw new DuplicatePassageError(id);
      fresh.add(id);
    }
    for (const passage of passages) {
      this.#passages.set(passage.id, passage);
      this.#engine.add(passage);
    }
    this.#version = undefined;
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const passage = this.#passages.get(id);
      if (!passage) continue;
      this.#engine.remove(passage);
      this.#passages.delete(id);
    }
    this.#version = undefined;
  }

  async get(id: string): Promise<Passage | undefined> {
    return this.#passages.get(id);
  }

  async search(terms: readonly QueryTerm[], limit: number): Promise<SearchOutcome> {
    const documentFrequency = new Map(terms.map(({ term }) => [term, this.#engine.documentFrequency(term)]));
    const chosen = this.#selective(terms, documentFrequency);
    if (chosen.length === 0) return { candidates: [], documentFrequency };
    const found = this.#engine.search({
      combineWith: 'OR',
      queries: chosen.map(({ term, weight }) => ({ queries: [term], boostTerm: () => weight })),
    });
    const candidates: Candidate[] = [];
    for (const { id, score } of found.slice(0, limit)) {
      const passage = this.#passages.get(id as string);
      if (passage) candidates.push({ passage, score });
    }
    return { candidates, documentFrequency };
  }

  /** The rarest terms: latency is the length of the posting lists that are read. */
  #selective(terms: readonly QueryTerm[], frequency: ReadonlyMap<string, number>): QueryTerm[] {
    const most = this.size * COMMON_SHARE;
    return terms
      .filter(({ term }) => (frequency.get(term) ?? 0) > 0)
      .sort((a, b) => (frequency.get(a.term) ?? 0) - (frequency.get(b.term) ?? 0))
      .filter(({ term }, rank) => rank < ALWAYS_SEARCHED || (frequency.get(term) ?? 0) <= most);
  }
}
