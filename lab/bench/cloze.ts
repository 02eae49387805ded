import { clauses } from '../../src/language/clauses.js';
import { segment, type Token } from '../../src/language/segment.js';
import { isStopWord } from '../../src/language/stopwords.js';
import { shuffled } from '../random.js';

/** A clause of this length, in UTF-16 units, makes a question as long as people ask. */
const CHARS = { least: 8, most: 24 };
/** Content words that a clause has to have, so that it says something once one is taken away. */
const LEAST_WORDS = 3;
/** At most so many questions a passage, from different clauses. */
const MOST_QUESTIONS = 4;

/**
 * Questions that a passage answers: clauses of it with one content word taken out and 什么 put in its place.
 * @param random gives numbers from 0 up to 1; the same ones make the same questions
 */
export function clozeQuestions(text: string, random: () => number): string[] {
  const questions: string[] = [];
  for (const { start, end } of shuffled(clauses(text), random)) {
    const question = questionOf(text.slice(start, end), random);
    if (question !== undefined) questions.push(question);
    if (questions.length === MOST_QUESTIONS) break;
  }
  return questions;
}

function questionOf(clause: string, random: () => number): string | undefined {
  const bare = clause.replace(/[^\p{L}\p{N}%]+$/u, '').replace(/^[^\p{L}\p{N}]+/u, '');
  if (bare.length < CHARS.least || bare.length > CHARS.most) return undefined;
  const words = segment(bare).filter(isContent);
  const asked = words[Math.floor(random() * words.length)];
  if (!asked || words.length < LEAST_WORDS) return undefined;
  return `${bare.slice(0, asked.start)}什么${bare.slice(asked.end)}？`;
}

function isContent({ kind, term }: Token): boolean {
  return kind !== 'other' && term.length > 1 && !isStopWord(term);
}
