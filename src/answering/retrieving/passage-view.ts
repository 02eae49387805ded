import type { Passage } from '../../corpus/article.js';
import { foldedUnits } from '../../language/fold.js';
import { soundingUnits } from '../../language/sound.js';
import type { TermFinder, TermPlaces } from './term-places.js';

/** A passage as one question sees it. */
export interface PassageView {
  readonly passage: Passage;
  /** The folded text as UTF-16 units. */
  readonly units: Uint16Array;
  /** How it sounds, unit by unit. */
  readonly heard: Uint16Array;
  /** Where the question's terms stand in it. */
  readonly terms: TermPlaces;
  /** For each term, whether it stands in the title, or a heading above the passage, as it is written. */
  readonly inTitle: readonly boolean[];
}

/** The passages of one question, each looked through once, however many steps want to know. */
export class PassageViews {
  readonly #finder: TermFinder;
  readonly #views = new Map<Passage, PassageView>();

  constructor(finder: TermFinder) {
    this.#finder = finder;
  }

  /** What the question sees of a passage; worked out the first time. */
  of(passage: Passage): PassageView {
    const known = this.#views.get(passage);
    if (known) return known;
    const units = foldedUnits(passage.text);
    const heard = soundingUnits(units);
    const terms = this.#finder.locate(units, heard);
    const view = { passage, units, heard, terms, inTitle: this.#finder.inTitle(passage) };
    this.#views.set(passage, view);
    return view;
  }
}
