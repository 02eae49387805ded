import { fold } from '../language/fold.js';
import { bigrams } from '../language/terms.js';
import type { ArticleStore } from '../retrieval/article-store.js';
import { oncePer } from '../retrieval/once-per.js';
import { type AnsweringTools, answerQuestion } from './answer-question.js';
import { nearPhrases, phrasesOf } from './misspelt/near-phrases.js';

/** How many are offered, and how many are asked to find them: somebody waits. */
const [MOST, MOST_ASKED] = [2, 4];
/** UTF-16 units; nobody sees these excerpts. */
const CHARS = 120;
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
  if (text.length > LONGEST) return [];
  const asked = await answerQuestion(tools, text, { top: 1, chars: CHARS });
  if (asked.status === 'answered') return [];
  const folded = fold(text);
  const phrases = titlePhrases(await articles.titlesNear(folded));
  const questions = new Set<string>();
  for (const { start, end, phrase } of nearPhrases(folded, phrases).slice(0, MOST_ASKED)) {
    if (await isHeld(fold(text.slice(start, end)), tools)) continue;
    questions.add(text.slice(0, start) + phrase + text.slice(end));
  }
  const answered: string[] = [];
  for (const question of questions) {
    if (answered.length === MOST) break;
    const { status } = await answerQuestion(tools, question, { top: 1, chars: CHARS });
    if (status === 'answered') answered.push(question);
  }
  return answered;
}

/** Whether the collection has every pair of characters of a stretch: then it was meant as it is written. */
async function isHeld(stretch: string, { index }: AnsweringTools): Promise<boolean> {
  const terms = [...new Set(bigrams(stretch).map(({ term }) => term))];
  const { documentFrequency } = await index.search(
    terms.map((term) => ({ term, weight: 1 })),
    1,
  );
  return terms.every((term) => (documentFrequency.get(term) ?? 0) > 0);
}

const titlePhrases = oncePer(phrasesOf);
