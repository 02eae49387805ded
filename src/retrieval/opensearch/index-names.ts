/** Under which names the indices of a collection are asked, or written. */
export interface IndexNames {
  readonly passages: string;
  readonly articles: string;
}
