import type { Passage } from '../corpus/article.js';
import { TimeSlice } from '../corpus/time-slice.js';
import { eachTerm } from '../language/terms.js';
import { ContentSum } from './content-sum.js';
import { Engine, type IndexedDocument } from './engine/engine.js';
import type { EngineData, EngineDump } from './engine/engine-data.js';
import {
  type Candidate,
  DuplicatePassageError,
  type PassageExchange,
  type PassageIndex,
  type QueryTerm,
  type SearchOutcome,
} from './passage-index.js';

export type { EngineData, EngineDump };

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
/** How long passages are segmented before other work has its turn, in milliseconds. */
const TIME_SLICE_MS = 5;

/** An index as it was kept on disk. */
export interface IndexData {
  readonly engine: EngineData;
  /** In the order of the engine's documents. */
  readonly passages: readonly Passage[];
  readonly version: string;
}

/** An index on its way to the disk. */
export interface IndexDump extends Omit<IndexData, 'engine'> {
  readonly engine: EngineDump;
}

/** The embedded index: everything in this process's memory. */
export class EmbeddedIndex implements PassageIndex {
  readonly #passages: Map<string, Passage>;
  readonly #engine: Engine;
  readonly #sum: ContentSum;
  /** Settled when all changes asked for so far have been made. */
  #changed: Promise<void> = Promise.resolve();

  constructor(engine = new Engine(), passages: readonly Passage[] = [], sum = new ContentSum()) {
    this.#engine = engine;
    this.#passages = new Map(passages.map((passage) => [passage.id, passage]));
    this.#sum = sum;
  }

  /** An index that goes on from where another was. */
  static restore({ engine, passages, version }: IndexData): EmbeddedIndex {
    const ids = passages.map(({ id }) => id);
    return new EmbeddedIndex(Engine.restore(engine, ids), passages, ContentSum.parse(version));
  }

  /** The content as it is kept on disk. What is dumped is what there is when it is read: change nothing meanwhile. */
  dump(): IndexDump {
    const passages = this.#engine.ids.map((id) => this.#passages.get(id) as Passage);
    return { engine: this.#engine.dump(), passages, version: this.version };
  }

  get size(): number {
    return this.#passages.size;
  }

  get version(): string {
    return this.#sum.toString();
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

  async search(terms: readonly QueryTerm[], limit: number): Promise<SearchOutcome> {
    const documentFrequency = new Map(terms.map((term) => [term.term, this.#frequency(term)]));
    const selected = withOthers(this.#selective(terms, documentFrequency));
    const candidates: Candidate[] = [];
    for (const { id, score } of this.#engine.best(selected, limit)) {
      candidates.push({ passage: this.#passages.get(id) as Passage, score });
    }
    return { candidates, documentFrequency };
  }

  #frequency({ term, others = [] }: QueryTerm): number {
    const each = [term, ...others].map((one) => this.#engine.documentFrequency(one));
    return Math.min(
      this.size,
      each.reduce((sum, frequency) => sum + frequency, 0),
    );
  }

  /** The rarest terms: latency is the length of the posting lists that are read. */
  #selective(terms: readonly QueryTerm[], frequency: ReadonlyMap<string, number>): QueryTerm[] {
    const most = this.size * COMMON_SHARE;
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
    for (let at = 0; at < steps.length; at += STEP) await this.#make(steps.slice(at, at + STEP));
  }

  #refuseDuplicates(add: readonly Passage[], leaving: ReadonlySet<string>): void {
    const seen = new Set<string>();
    for (const { id } of add) {
      if (seen.has(id) || (this.#passages.has(id) && !leaving.has(id))) throw new DuplicatePassageError(id);
      seen.add(id);
    }
  }

  #prepare({ old, fresh }: Step): Prepared {
    if (old && fresh && old.text === fresh.text && old.article.title === fresh.article.title) {
      return { old, fresh };
    }
    return {
      ...(old && { old, leaves: this.#analysed(old) }),
      ...(fresh && { fresh, comes: this.#analysed(fresh) }),
    };
  }

  #analysed({ id, text, article }: Passage): IndexedDocument {
    return { id, text: this.#termsOf(text), title: this.#termsOf(article.title) };
  }

  #termsOf(text: string): number[] {
    const numbers: number[] = [];
    eachTerm(text, (source, start, end) => numbers.push(this.#engine.intern(source, start, end)));
    return numbers;
  }

  /** Segments what comes and goes, a little at a time, and then makes all the changes at once. */
  async #make(steps: readonly Step[]): Promise<void> {
    const prepared: Prepared[] = [];
    const slice = new TimeSlice(TIME_SLICE_MS);
    for (const step of steps) {
      prepared.push(this.#prepare(step));
      if (slice.isOver) await slice.yield();
    }
    await slice.yield();
    for (const { old, fresh, leaves, comes } of prepared) {
      if (leaves) this.#engine.remove(leaves);
      if (comes) this.#engine.add(comes);
      if (old) {
        this.#sum.subtract(old);
        this.#passages.delete(old.id);
      }
      if (fresh) {
        this.#sum.add(fresh);
        this.#passages.set(fresh.id, fresh);
      }
    }
  }
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

/** A passage that goes, one that comes, or one that takes the place of another of its id. */
interface Step {
  readonly old?: Passage;
  readonly fresh?: Passage;
}

interface Prepared extends Step {
  /** What the engine has to forget. */
  readonly leaves?: IndexedDocument;
  /** What the engine has to learn. */
  readonly comes?: IndexedDocument;
}
