import type { Answerer } from './answer.js';

/** A collection that can be asked as a whole, or in parts: the folders directly in it. */
export interface Parts {
  /** The folders that articles are in, in the order of their names. */
  names(): readonly string[];
  /**
   * What answers from a part alone; `undefined`: from the whole.
   * A folder that is gone answers nothing, so that a chat which is bound to it hears nothing of the others.
   */
  of(name: string | undefined): Answerer;
}
