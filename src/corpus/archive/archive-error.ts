import type { Fault } from '../fault.js';

/** An archive, or a file in it, that cannot be unpacked, or must not be. */
export class ArchiveError extends Error implements Fault {
  override readonly name = 'ArchiveError';

  /**
   * @param problem what is wrong with it, in a sentence
   * @param remedy what to do about it, in a sentence
   */
  constructor(
    readonly problem: string,
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(problem, options);
  }
}

const MAKE_ANEW = 'Make or download it anew.';

/** An archive whose own records are missing or contradict one another. */
export function damaged(what: string): ArchiveError {
  return new ArchiveError(`It is damaged or incomplete: ${what}.`, MAKE_ANEW);
}
