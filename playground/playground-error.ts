/** A test or the page asked for something that cannot be done, such as a word from a user who is not there. */
export class PlaygroundError extends Error {
  override readonly name = 'PlaygroundError';
}
