import 'nodejieba';

declare module 'nodejieba' {
  /** Path of the dictionary that is loaded when none is named: `word count tag`, a line a word. */
  export const DEFAULT_DICT: string;
}
