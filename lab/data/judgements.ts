import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What two readers found, who were given a question and one article and nothing else. */
export interface Judgement {
  /** The article that the question was written for. */
  readonly home: string;
  readonly question: string;
  /** The article that was read. */
  readonly article: string;
  /** A stretch of it that answers the question as it is asked, a reader each; `undefined` where there is none. */
  readonly readings: readonly [string | undefined, string | undefined];
}

/** Which other articles than its own answer a question as well, as it is asked. */
export class Judgements {
  private readonly byPair: ReadonlyMap<string, Judgement>;

  constructor(judgements: Iterable<Judgement>) {
    this.byPair = new Map(
      [...judgements].map((one) => [pairOf({ passage: one.home, text: one.question }, one.article), one]),
    );
  }

  /** How many pairs of a question and an article were read. */
  get size(): number {
    return this.byPair.size;
  }

  /**
   * The stretches of an article that answer a question; none where it does not, by one reader at least.
   * @param article an article's id, not that of the question's own
   * @returns nothing where nobody has read it for this question
   */
  answersIn(question: AskedQuestion, article: string): readonly string[] | undefined {
    const readings = this.byPair.get(pairOf(question, article))?.readings;
    if (!readings) return undefined;
    const found = readings.filter((one) => one !== undefined);
    return found.length === readings.length ? [...new Set(found)] : [];
  }
}

/** A question with the article that it was written for. */
interface AskedQuestion {
  readonly passage: string;
  readonly text: string;
}

function pairOf({ passage, text }: AskedQuestion, article: string): string {
  return `${passage}\t${text}\t${article}`;
}

/**
 * Reads a file of judgements: the question's own article, the question, the article that was read, and what either reader found, a
 * stretch or `-`, between tabs; lines that begin with # are for people.
 * @throws SyntaxError where a line has not five columns
 */
export function parseJudgements(text: string): Judgement[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const columns = line.split('\t');
    const [home, question, article, first, second] = columns;
    if (columns.length !== 5 || !home || !question || !article || !first || !second)
      throw new SyntaxError(`Line ${at + 1}: wanted are five columns, got ${columns.length}.`);
    return [{ home, question, article, readings: [stretchIn(first), stretchIn(second)] as const }];
  });
}

function stretchIn(column: string): string | undefined {
  return column === '-' ? undefined : column;
}

/** Everything in `lab/data/judgements/`. */
export function readJudgements(): Judgements {
  const folder = fileURLToPath(new URL('../../../lab/data/judgements/', import.meta.url));
  const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'));
  return new Judgements(files.flatMap((name) => parseJudgements(readFileSync(`${folder}${name}`, 'utf8'))));
}
