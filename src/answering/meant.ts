import { fold } from '../language/fold.js';
import { bigrams } from '../language/terms.js';
import type { ArticleStore } from '../retrieval/article-store.js';
import { oncePer } from '../retrieval/once-per.js';
import { type AnsweringTools, answerQuestion } from './answer-question.js';
import { nearPhrases, phrasesOf } from './misspelt/near-phrases.js';
import { TRIAL } from './tried-question.js';

/** How many are offered, and how many are asked to find them: somebody waits. */
const [MOST, MOST_ASKED] = [2, 4];
/** A question of more UTF-16 units is no misspelt name. */
const LONGEST = 60;

/**
 * A question as it may have been meant, where it is not answered and has what no article has and a title nearly has:
 * its words otherwise unchanged, and answered so.
 */
export async function meant(
  tools: AnsweringTools,
  articles: ArticleStore,
  text: string,
): Promise<readonly string[]> {
  // Where nothing is read, no other wording is known to be answered.
  if (text.length > LONGEST || !tools.reader) return [];
  const folded = fold(text);
  const phrases = titlePhrases(await articles.titlesNear(folded));
  const near = nearPhrases(folded, phrases).slice(0, MOST_ASKED);
  // What costs least comes first: most questions have nothing near, and of the others most are meant as they are written.
  const isHeld = await heldBy(
    tools,
    near.map(({ start, end }) => folded.slice(start, end)),
  );
  const unheld = near.filter(({ start, end }) => !isHeld(folded.slice(start, end)));
  if (unheld.length === 0) return [];
  const asked = await answerQuestion(tools, text, TRIAL);
  if (asked.status === 'answered') return [];
  const questions = new Set(
    unheld.map(({ start, end, phrase }) => text.slice(0, start) + phrase + text.slice(end)),
  );
  const answered: string[] = [];
  for (const question of questions) {
    if (answered.length === MOST) break;
    const { status } = await answerQuestion(tools, question, TRIAL);
    if (status === 'answered') answered.push(question);
  }
  return answered;
}

/** Tells of stretches whether the collection has every pair of their characters: then they were meant as they are written. */
async function heldBy(
  { index }: AnsweringTools,
  stretches: readonly string[],
): Promise<(stretch: string) => boolean> {
  const pairsOf = (stretch: string): string[] => bigrams(stretch).map(({ term }) => term);
  const terms = [...new Set(stretches.flatMap(pairsOf))].map((term) => ({ term, weight: 1 }));
  if (terms.length === 0) return () => true;
  const { documentFrequency } = await index.search(terms, 0);
  return (stretch) => pairsOf(stretch).every((pair) => (documentFrequency.get(pair) ?? 0) > 0);
}

const titlePhrases = oncePer(phrasesOf);
