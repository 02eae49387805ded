import { homophones } from '../../language/homophones.js';
import type { Candidate, PassageIndex, QueryTerm as SearchTerm } from '../../retrieval/passage-index.js';
import type { QueryTerm } from './query-terms.js';

type Terms = readonly Omit<QueryTerm, 'weight'>[];

/** A question is taken for misheard if this share (0 to 1) of its bigrams, or any of its words, stands in no passage. */
const UNKNOWN_SHARE = 0.2;
/** How many unknown bigrams are read otherwise: each has some two hundred readings. */
const MOST_UNKNOWN = 6;
/** What a reading counts beside what is written. */
const READING_WEIGHT = 0.5;
/** How many passages it brings at most. */
const MOST_FOUND = 8;

/**
 * Passages for a question that was dictated or typed by sound, where words became others that no passage holds: those
 * that hold other spellings of the same sound. Of questions that lacked their passage for it, nearly three quarters have
 * it among the candidates then (ARCHITECTURE.md, Hearing).
 * @param frequency in how many passages each term occurs
 * @param found the passages that hold what is written, best first
 * @returns further passages, which rank behind those
 */
export async function expandHomophones(
  index: PassageIndex,
  terms: Terms,
  frequency: ReadonlyMap<string, number>,
  found: readonly Candidate[],
): Promise<readonly Candidate[]> {
  const unknown = terms.filter(({ term }) => (frequency.get(term) ?? 0) === 0);
  if (!isMisheard(terms, unknown)) return [];
  const known = new Set(found.map(({ passage }) => passage.id));
  const { candidates } = await index.search(
    [...terms.map(({ term, others }) => ({ term, weight: 1, others })), ...readings(terms, unknown)],
    known.size + MOST_FOUND,
  );
  const least = found.at(-1)?.score ?? Number.POSITIVE_INFINITY;
  return candidates
    .filter(({ passage }) => !known.has(passage.id))
    .slice(0, MOST_FOUND)
    .map(({ passage, score }) => ({ passage, score: Math.min(score, least) }));
}

function isMisheard(terms: Terms, unknown: Terms): boolean {
  const pairs = unknown.filter(isPair).length;
  if (pairs === 0) return false;
  if (unknown.some(({ word, sounds }) => word && sounds.length > 0)) return true;
  return pairs >= terms.filter(({ bigram }) => bigram).length * UNKNOWN_SHARE;
}

/** Every other spelling of the unknown bigrams in common characters. */
function readings(terms: Terms, unknown: Terms): SearchTerm[] {
  const spellings = new Set(terms.map(({ term }) => term));
  const found: SearchTerm[] = [];
  for (const { term } of unknown.filter(isPair).slice(0, MOST_UNKNOWN)) {
    for (const first of homophones(term.charCodeAt(0))) {
      for (const second of homophones(term.charCodeAt(1))) {
        const reading = first + second;
        if (spellings.has(reading)) continue;
        spellings.add(reading);
        found.push({ term: reading, weight: READING_WEIGHT });
      }
    }
  }
  return found;
}

/** Two characters of the basic plane; a pair that is a word as well counts as one. */
function isPair({ term, sounds }: Omit<QueryTerm, 'weight'>): boolean {
  return term.length === 2 && sounds.length === 2;
}
