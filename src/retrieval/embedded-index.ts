import type { Passage } from '../corpus/article.js';
import { blocksIn, headingsAt } from '../corpus/surroundings.js';
import { TimeSlice } from '../corpus/time-slice.js';
import { labelOf, labelTerm } from '../language/labels.js';
import { eachTerm } from '../language/terms.js';
import { ContentHash } from './content-hash.js';
import { type IndexedDocument, InvertedIndex } from './inverted-index/inverted-index.js';
import type { InvertedIndexData, InvertedIndexDump } from './inverted-index/inverted-index-data.js';
import { type PassageFilter, passes } from './passage-filter.js';
import {
  type Candidate,
  DuplicatePassageError,
  type IndexState,
  type PassageExchange,
  type PassageIndex,
  type QueryTerm,
  type SearchOutcome,
} from './passage-index.js';

export type { InvertedIndexData, InvertedIndexDump };

/** Terms found in a larger share of the passages tell too little to be worth their posting lists. */
const COMMON_SHARE = 0.05;
/** Searched for however common they are, so that a small collection or a vague question still finds something. */
const ALWAYS_SEARCHED = 6;
/**
 * What another word counts beside the one that was asked. Between 0.25 and 1 the right passage comes first, and is among 32,
 * equally often, by 0.3 of 100 (4,526 questions, as they are written and in other words).
 */
const OTHER_WEIGHT = 0.5;
/** How many passages come or go in one step, unseen by any search: some 5 ms of work. */
const STEP = 100;
/** How many steps' leaving terms are looked for in one pass over the posting lists; they take 2 KB a passage meanwhile. */
const STEPS_PER_PASS = 20;
/** How long passages are segmented before other work has its turn, in milliseconds. */
const TIME_SLICE_MS = 5;

/** An index as it was kept on disk. */
export interface IndexData {
  readonly inverted: InvertedIndexData;
  /** In the order of the inverted index's documents. */
  readonly passages: readonly Passage[];
  readonly version: string;
}

/** An index on its way to the disk. */
export interface IndexDump extends Omit<IndexData, 'inverted'> {
  readonly inverted: InvertedIndexDump;
}

/** The embedded index: everything in this process's memory. It never throws `IndexUnavailableError`. */
export class EmbeddedIndex implements PassageIndex {
  readonly #passages: Map<string, Passage>;
  readonly #inverted: InvertedIndex;
  readonly #hash: ContentHash;
  /** Settled when all changes asked for so far have been made. */
  #changed: Promise<void> = Promise.resolve();

  constructor(inverted = new InvertedIndex(), passages: readonly Passage[] = [], hash = new ContentHash()) {
    this.#inverted = inverted;
    this.#passages = new Map(passages.map((passage) => [passage.id, passage]));
    this.#hash = hash;
  }

  /** An index that goes on from where another was. */
  static restore({ inverted, passages, version }: IndexData): EmbeddedIndex {
    const ids = passages.map(({ id }) => id);
    return new EmbeddedIndex(InvertedIndex.restore(inverted, ids), passages, ContentHash.parse(version));
  }

  /** The content as it is kept on disk. What is dumped is what there is when it is read: change nothing meanwhile. */
  dump(): IndexDump {
    const passages = this.#inverted.ids.map((id) => this.#passages.get(id) as Passage);
    return { inverted: this.#inverted.dump(), passages, version: this.#hash.toString() };
  }

  /** Always what there is: nobody else changes it. */
  get state(): IndexState {
    return { size: this.#passages.size, version: this.#hash.toString() };
  }

  async refresh(): Promise<IndexState> {
    return this.state;
  }

  add(passages: readonly Passage[]): Promise<void> {
    return this.update({ add: passages });
  }

  remove(ids: readonly string[]): Promise<void> {
    return this.update({ remove: ids });
  }

  update(exchange: PassageExchange): Promise<void> {
    const done = this.#changed.then(() => this.#exchange(exchange));
    this.#changed = done.catch(() => {});
    return done;
  }

  async get(id: string): Promise<Passage | undefined> {
    return this.#passages.get(id);
  }

  async search(terms: readonly QueryTerm[], limit: number, filter?: PassageFilter): Promise<SearchOutcome> {
    const documentFrequency = new Map(terms.map((term) => [term.term, this.#frequency(term)]));
    const selected = withOthers(this.#selective(terms, documentFrequency));
    const passage = (id: string): Passage => this.#passages.get(id) as Passage;
    const accepts = filter && ((id: string) => passes(passage(id), filter));
    const candidates = this.#inverted
      .search(selected, limit, accepts)
      .map(({ id, score }): Candidate => ({ passage: passage(id), score }));
    return { candidates, documentFrequency, size: this.#passages.size };
  }

  #frequency({ term, others = [] }: QueryTerm): number {
    const each = [term, ...others].map((one) => this.#inverted.documentFrequency(one));
    return Math.min(
      this.#passages.size,
      each.reduce((sum, frequency) => sum + frequency, 0),
    );
  }

  /** The rarest terms: latency is the length of the posting lists that are read. */
  #selective(terms: readonly QueryTerm[], frequency: ReadonlyMap<string, number>): QueryTerm[] {
    const most = this.#passages.size * COMMON_SHARE;
    return terms
      .filter(({ term }) => (frequency.get(term) ?? 0) > 0)
      .sort((a, b) => (frequency.get(a.term) ?? 0) - (frequency.get(b.term) ?? 0))
      .filter(({ term }, rank) => rank < ALWAYS_SEARCHED || (frequency.get(term) ?? 0) <= most);
  }

  async #exchange({ remove = [], add = [] }: PassageExchange): Promise<void> {
    const leaving = new Set(remove);
    this.#refuseDuplicates(add, leaving);
    const steps: Step[] = [];
    for (const passage of add) {
      const old = this.#passages.get(passage.id);
      leaving.delete(passage.id);
      steps.push({ ...(old && { old }), fresh: passage });
    }
    for (const id of leaving) {
      const old = this.#passages.get(id);
      if (old) steps.push({ old });
    }
    const slice = new TimeSlice(TIME_SLICE_MS);
    for (let at = 0; at < steps.length; at += STEP * STEPS_PER_PASS) {
      const some = steps.slice(at, at + STEP * STEPS_PER_PASS);
      const held = await this.#held(some, slice);
      for (let next = 0; next < some.length; next += STEP) {
        await this.#make(some.slice(next, next + STEP), held, slice);
      }
    }
  }

  #refuseDuplicates(add: readonly Passage[], leaving: ReadonlySet<string>): void {
    const seen = new Set<string>();
    for (const { id } of add) {
      if (seen.has(id) || (this.#passages.has(id) && !leaving.has(id))) throw new DuplicatePassageError(id);
      seen.add(id);
    }
  }

  /** What the inverted index has to forget, by id. */
  async #held(steps: readonly Step[], slice: TimeSlice): Promise<Map<string, IndexedDocument>> {
    const ids = steps.filter(changesTerms).flatMap(({ old }) => old?.id ?? []);
    const documents = await this.#inverted.held(ids, slice);
    return new Map(documents.map((document) => [document.id, document]));
  }

  /** Segments what comes, a little at a time, and then makes all the changes at once. */
  async #make(
    steps: readonly Step[],
    held: ReadonlyMap<string, IndexedDocument>,
    slice: TimeSlice,
  ): Promise<void> {
    const segmented = new Map<string, IndexedDocument>();
    for (const step of steps) {
      if (step.fresh && changesTerms(step)) segmented.set(step.fresh.id, this.#segmented(step.fresh));
      if (slice.isOver) await slice.yield();
    }
    await slice.yield();
    for (const { old, fresh } of steps) {
      const leaves = old && held.get(old.id);
      const comes = fresh && segmented.get(fresh.id);
      if (leaves) this.#inverted.remove(leaves);
      if (comes) this.#inverted.add(comes);
      if (old) {
        this.#hash.subtract(old);
        this.#passages.delete(old.id);
      }
      if (fresh) {
        this.#hash.add(fresh);
        this.#passages.set(fresh.id, fresh);
      }
    }
  }

  #segmented(passage: Passage): IndexedDocument {
    const text = this.#termsOf(passage.text);
    for (const term of labelTerms(passage)) text.push(this.#inverted.intern(term, 0, term.length));
    return { id: passage.id, text, title: this.#termsOf(titleOf(passage)) };
  }

  #termsOf(text: string): number[] {
    const numbers: number[] = [];
    eachTerm(text, (source, start, end) => numbers.push(this.#inverted.intern(source, start, end)));
    return numbers;
  }
}

/** A passage that goes, one that comes, or one that takes the place of another of its id. */
interface Step {
  readonly old?: Passage;
  readonly fresh?: Passage;
}

/** Whether other terms are held afterwards, and not only other facts. */
function changesTerms({ old, fresh }: Step): boolean {
  return !(old && fresh && old.text === fresh.text && titleOf(old) === titleOf(fresh));
}

/** A term for each label that a block of the passage bears: 第三条, 附件2. */
function labelTerms({ article, start, end }: Passage): string[] {
  return blocksIn(article, { start, end }).flatMap((block) => {
    const label = labelOf(article.text.slice(block.start, block.start + LABEL_UNITS));
    return label === undefined || block.start < start ? [] : labelTerm(label);
  });
}

/** More than the longest label with the sign after it, in UTF-16 units. */
const LABEL_UNITS = 32;

/** What a passage is found by besides its text: the article's title and the headings above it, a line each. */
function titleOf({ article, start }: Passage): string {
  return [article.title, ...headingsAt(article, start)].join('\n');
}

/** Terms with the others that are found for them, each once. */
function withOthers(terms: readonly QueryTerm[]): QueryTerm[] {
  const weights = new Map(terms.map(({ term, weight }) => [term, weight]));
  for (const { weight, others = [] } of terms) {
    for (const other of others) {
      weights.set(other, Math.max(weights.get(other) ?? 0, weight * OTHER_WEIGHT));
    }
  }
  return [...weights].map(([term, weight]) => ({ term, weight }));
}
