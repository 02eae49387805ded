import { isHalf } from '../unit-class.js';

/**
 * Finds words that no dictionary has: a hidden Markov model tells of each sign whether it probably begins a word, ends
 * one, stands inside one or is one (the states B, E, M, S), by the Viterbi algorithm.
 */

const UNITS = 0x10000;
const STATES = 4;
/** States in the order of the model's file. */
const END = 1;
const SINGLE = 3;
/** jieba's logarithm of a probability of nothing. */
const NEVER = -3.14e100;

/** The model has not the form that jieba's has. */
export class MalformedModelError extends Error {
  override readonly name = 'MalformedModelError';

  constructor() {
    super(`the model of unknown words should have ${1 + 2 * STATES} lines besides comments`);
  }
}

export class UnknownWords {
  readonly #start: Float64Array;
  /** From the state in the row to that in the column. */
  readonly #transition: Float64Array;
  /** Of each sign in each state, a state's after another's. */
  readonly #emission = new Float64Array(STATES * UNITS).fill(NEVER);
  /** Weight of the best way to each state at each sign, and the state before it on that way. */
  #weights = new Float64Array(0);
  #from = new Uint8Array(0);
  #states = new Uint8Array(0);

  /**
   * @param model probabilities as logarithms: of the states at the beginning, of each state after each, and of signs in
   *   each state
   */
  constructor(model: string) {
    const lines = model.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    if (lines.length !== 1 + 2 * STATES) throw new MalformedModelError();
    const numbers = (text: string): number[] => text.trim().split(' ').map(Number);
    this.#start = Float64Array.from(numbers(lines[0] as string));
    this.#transition = Float64Array.from(lines.slice(1, 1 + STATES).flatMap(numbers));
    lines.slice(1 + STATES).forEach((line, state) => {
      for (const entry of line.split(',')) {
        if (entry.length > 2) this.#emission[state * UNITS + entry.charCodeAt(0)] = Number(entry.slice(2));
      }
    });
  }

  /**
   * Cuts a stretch of a text into words.
   * @param take told where each word ends, in UTF-16 units
   */
  cut(text: string, start: number, end: number, take: (end: number) => void): void {
    this.#makeRoomFor(end - start);
    const count = this.#weigh(text, start, end);
    const last = (count - 1) * STATES;
    const states = this.#states;
    states[count - 1] =
      (this.#weights[last + END] as number) >= (this.#weights[last + SINGLE] as number) ? END : SINGLE;
    for (let i = count - 1; i > 0; i--) {
      states[i - 1] = this.#from[i * STATES + (states[i] as number)] as number;
    }
    for (let i = 0, at = start; i < count; i++) {
      at += isHalf(text.charCodeAt(at)) ? 2 : 1;
      if (states[i] === END || states[i] === SINGLE) take(at);
    }
  }

  /**
   * Finds the most probable way to each state at each sign. Of equal ones the state that comes first wins, as in jieba.
   * @returns how many signs there are
   */
  #weigh(text: string, start: number, end: number): number {
    const [weights, from, transition] = [this.#weights, this.#from, this.#transition];
    let count = 0;
    for (let place = start; place < end; place++, count++) {
      const unit = text.charCodeAt(place);
      // The model knows no sign of two units.
      if (isHalf(unit)) place++;
      const at = count * STATES;
      for (let state = 0; state < STATES; state++) {
        const emitted = this.#emission[state * UNITS + unit] as number;
        if (count === 0) {
          weights[at + state] = (this.#start[state] as number) + emitted;
          continue;
        }
        let best = NEVER;
        let origin = END;
        for (let before = 0; before < STATES; before++) {
          const weight =
            (weights[at - STATES + before] as number) +
            (transition[before * STATES + state] as number) +
            emitted;
          if (weight <= best) continue;
          best = weight;
          origin = before;
        }
        weights[at + state] = best;
        from[at + state] = origin;
      }
    }
    return count;
  }

  #makeRoomFor(count: number): void {
    if (count <= this.#states.length) return;
    this.#states = new Uint8Array(count * 2);
    this.#weights = new Float64Array(count * 2 * STATES);
    this.#from = new Uint8Array(count * 2 * STATES);
  }
}
