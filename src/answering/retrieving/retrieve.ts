import { unitsOf } from '../../language/fold.js';
import { analyseQuestion, type QuestionAnalysis } from '../../language/question.js';
import { SequenceFinder } from '../../language/sequence-finder.js';
import type { Candidate, PassageIndex } from '../../retrieval/passage-index.js';
import { heardOtherwise } from './homophone-expansion.js';
import { NamedNumbers } from './identifying-numbers.js';
import { type Clue, clueTerms, contentCharacters, weighClues } from './query-terms.js';
import { ClueFinder } from './term-places.js';

/**
 * How many passages that hold what is written are ranked by evidence. 99.8 of 100 gold passages are among them (4,526
 * questions); with 50 not one more came first.
 */
export const CANDIDATES = 32;

/** A question with what the index has to say to it. */
export interface Gathered {
  readonly question: QuestionAnalysis;
  /** Its numbers that tell which one of several is meant. */
  readonly numbers: NamedNumbers;
  readonly clues: readonly Clue[];
  /** Tells where the clues stand in a text. */
  readonly finder: ClueFinder;
  /** Finds the different Han characters of its content words. */
  readonly characters: SequenceFinder;
  readonly candidates: readonly Candidate[];
  /** In how many passages each clue occurs. */
  readonly documentFrequency: ReadonlyMap<string, number>;
  /** How many passages the index holds. */
  readonly passages: number;
}

/** Reads a question and fetches the passages that may answer it. */
export async function gather(index: PassageIndex, text: string): Promise<Gathered> {
  const question = analyseQuestion(text);
  const terms = clueTerms(question);
  const {
    candidates: written,
    documentFrequency,
    size,
  } = await index.search(
    terms.map(({ term, others }) => ({ term, weight: 1, others })),
    CANDIDATES,
  );
  const heard = await heardOtherwise(index, terms, documentFrequency, written);
  const clues = weighClues(terms, size, documentFrequency);
  return {
    question,
    numbers: new NamedNumbers(question),
    characters: new SequenceFinder(contentCharacters(question).map(unitsOf)),
    clues,
    finder: new ClueFinder(clues),
    candidates: [...written, ...heard],
    documentFrequency,
    passages: size,
  };
}
