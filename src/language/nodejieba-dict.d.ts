import 'nodejieba';

declare module 'nodejieba' {
  /** Path of the dictionary that is loaded when none is named: `word count tag`, a line a word. */
  export const DEFAULT_DICT: string;
  /** Path of a few words that are loaded besides. */
  export const DEFAULT_USER_DICT: string;
  /** Path of the model that unknown words are found by. */
  export const DEFAULT_HMM_DICT: string;
}
