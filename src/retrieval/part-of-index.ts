import type { Passage } from '../corpus/article.js';
import { type PassageFilter, passes } from './passage-filter.js';
import type { IndexState, PassageIndex, QueryTerm, SearchOutcome } from './passage-index.js';

/**
 * What an index holds of one folder: nothing of the others is found, whatever is asked. Frequencies are counted among all, so
 * that a word weighs the same here and there. It follows the index and cannot be changed itself.
 */
export class PartOfIndex implements PassageIndex {
  readonly #filter: PassageFilter;

  /**
   * @param folder its path below the collection, without a slash at the end
   * @param size how many passages it holds, asked for only when somebody wants to know
   */
  constructor(
    private readonly whole: PassageIndex,
    folder: string,
    private readonly size: () => number,
  ) {
    this.#filter = { folder };
  }

  /** The version is that of the whole. */
  get state(): IndexState {
    const { size } = this;
    return {
      version: this.whole.state.version,
      get size() {
        return size();
      },
    };
  }

  async refresh(): Promise<IndexState> {
    await this.whole.refresh();
    return this.state;
  }

  async get(id: string): Promise<Passage | undefined> {
    const passage = await this.whole.get(id);
    return passage && passes(passage, this.#filter) ? passage : undefined;
  }

  search(terms: readonly QueryTerm[], limit: number, filter?: PassageFilter): Promise<SearchOutcome> {
    return this.whole.search(terms, limit, { ...filter, ...this.#filter });
  }

  add(): Promise<void> {
    return this.update();
  }

  remove(): Promise<void> {
    return this.update();
  }

  /** @throws Error always: changes are made to the whole */
  async update(): Promise<void> {
    throw new Error('a part of an index is changed with the whole');
  }
}
