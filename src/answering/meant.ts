import type { Article } from '../corpus/article.js';
import { fold } from '../language/fold.js';
import type { Range } from '../language/range.js';
import { type AnsweringTools, answerQuestion } from './answer-question.js';
import { nearPhrases, phrasesOf } from './misspelt/near-phrases.js';

/** How many are offered, and how many are asked to find them: somebody waits. */
const [MOST, MOST_ASKED] = [2, 4];
/** UTF-16 units; nobody sees these excerpts. */
const CHARS = 120;
/** A question of more UTF-16 units is no misspelt name. */
const LONGEST = 60;

/**
 * A question as it may have been meant, where it has a word that no article holds and nearly is one of a title: its words
 * otherwise unchanged, and answered so.
 */
export async function meant(
  tools: AnsweringTools,
  articles: readonly Article[],
  text: string,
): Promise<readonly string[]> {
  if (text.length > LONGEST) return [];
  const asked = await answerQuestion(tools, text, { top: 1, chars: CHARS });
  const missing = asked.status === 'refused' ? asked.missing.flatMap((word) => placeOf(word, text)) : [];
  if (missing.length === 0) return [];
  const questions = new Set(
    nearPhrases(fold(text), titlePhrases(articles), missing).map(
      ({ start, end, phrase }) => text.slice(0, start) + phrase + text.slice(end),
    ),
  );
  const answered: string[] = [];
  for (const question of [...questions].slice(0, MOST_ASKED)) {
    if (answered.length === MOST) break;
    const { status } = await answerQuestion(tools, question, { top: 1, chars: CHARS });
    if (status === 'answered') answered.push(question);
  }
  return answered;
}

function placeOf(word: string, text: string): Range[] {
  const start = text.indexOf(word);
  return start < 0 ? [] : [{ start, end: start + word.length }];
}

/** The phrases of a collection's titles, made when they are first wanted: no change leaves the same array behind. */
function titlePhrases(articles: readonly Article[]): readonly string[] {
  const known = PHRASES.get(articles);
  if (known) return known;
  const phrases = phrasesOf(articles.map(({ title }) => title));
  PHRASES.set(articles, phrases);
  return phrases;
}

const PHRASES = new WeakMap<readonly Article[], readonly string[]>();
