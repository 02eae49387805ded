import { IndexUnavailableError } from '../retrieval/passage-index.js';

/**
 * Whether a question failed because the collection's index, which is elsewhere, cannot be asked at present: nothing is known
 * then of what the collection holds, and asking again later helps.
 */
export function isUnavailable(error: unknown): error is Error {
  return error instanceof IndexUnavailableError;
}
