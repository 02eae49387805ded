import { readWords } from './read-list.js';

const functionWords = readWords(new URL('./lists/function-words.txt', import.meta.url));
const questionWords = new Set(readWords(new URL('./lists/question-words.txt', import.meta.url)));
const stopWords = new Set([...functionWords, ...questionWords]);

/** @param term a folded word */
export function isStopWord(term: string): boolean {
  return stopWords.has(term);
}

/** @param term a folded word */
export function isQuestionWord(term: string): boolean {
  return questionWords.has(term);
}
