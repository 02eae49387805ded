/** A question as an update asks it. */
export interface Question {
  /** What is asked, without mentions of the bot and without `/ask`; empty where nothing is. */
  readonly text: string;
}
