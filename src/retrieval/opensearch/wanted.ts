import type { Passage } from '../../corpus/article.js';
import { digestOf } from '../content-hash.js';
import { DuplicatePassageError, type PassageExchange } from '../passage-index.js';

/** What an index is to hold, as far as this process's files tell, whoever writes it. */
export class WantedPassages {
  readonly #passages = new Map<string, Passage>();
  #isKnown = false;

  /** By their ids. */
  get passages(): ReadonlyMap<string, Passage> {
    return this.#passages;
  }

  /** Whether all of the files are told: from the first exchange on. */
  get isKnown(): boolean {
    return this.#isKnown;
  }

  /**
   * Notes an exchange. What was asked for before, of which it is not known whether it was made, may be asked for again.
   * @returns what is still to be made of it
   * @throws DuplicatePassageError when the id of an added passage is held by another and not among the removed ones
   */
  note({ remove = [], add = [] }: PassageExchange): PassageExchange {
    const leaving = new Set(remove);
    const seen = new Set<string>();
    for (const passage of add) {
      const { id } = passage;
      const held = leaving.has(id) ? undefined : this.#passages.get(id);
      if (seen.has(id) || (held && `${digestOf(held)}` !== `${digestOf(passage)}`))
        throw new DuplicatePassageError(id);
      seen.add(id);
    }
    const missing = add.filter(({ id }) => leaving.has(id) || !this.#passages.has(id));
    for (const id of remove) this.#passages.delete(id);
    for (const passage of add) this.#passages.set(passage.id, passage);
    this.#isKnown = true;
    return { remove, add: missing };
  }
}
