import type { RankedPassage } from '../ranking/rank.js';
import { bestWindowOf, type ReadWindow, type WindowsRead } from '../reading/read-windows.js';
import type { Retrieved } from '../retrieving/retrieve.js';
import type { Calibration } from './calibration.js';
import type { Chances } from './explain.js';
import { type Lacks, lacksOf, readFacts, stretchFacts, wordFacts } from './facts.js';

/** A passage with its chances. */
export interface JudgedPassage {
  readonly ranked: RankedPassage;
  /** Its best window; absent where none was read. */
  readonly window?: ReadWindow;
  readonly chances: Chances;
  readonly lacks: Lacks;
}

/**
 * How likely a passage answers the question, is what it is about, and its stretch is the answer.
 * @param best score of the passage that ranked first before reading
 */
export function judge(
  retrieved: Retrieved,
  ranked: RankedPassage,
  best: number,
  read: WindowsRead,
  calibration: Calibration,
): JudgedPassage {
  const { passage } = ranked.candidate;
  const lacks = lacksOf(retrieved, passage);
  const words = wordFacts(retrieved, ranked, best, lacks);
  const window = read.kind === 'read' ? bestWindowOf(read.windows, passage) : undefined;
  if (read.kind === 'unread' || !window) {
    return {
      ranked,
      lacks,
      chances: { about: calibration.aboutUnread(words), answers: calibration.answersUnread(words) },
    };
  }
  const next = read.windows.find((other) => other.passage.article.id !== passage.article.id)?.worth;
  const facts = readFacts(words, window, next);
  return {
    ranked,
    lacks,
    window,
    chances: {
      about: calibration.about(facts),
      answers: calibration.answers(facts),
      stretch: calibration.stretch(stretchFacts(window, next)),
    },
  };
}
