/**
 * Least chance (0 to 1) that what is shown holds the answer, for it to be called one. Chosen on the worlds for calibration by
 * the order of worth: first that few near misses are answered with somebody else's fact (10.7 of 100 of 420, all worlds in one
 * index; 10.8 of 427, each by itself), then that much is answered rightly (65 of 100 of 1,180 and 70 of 1,169; of what is
 * answered, 95 and 97 are right).
 * `npm run calibrate` prints what other thresholds would bring.
 */
export const LEAST_ANSWERED = 0.77;
/**
 * Least chance (0 to 1) that a passage is what the question is about, for it to be shown as a possible place. With the next
 * one, of questions that are about something else (958) 97 of 100 are refused, and 1 of 100 whose answer would have been
 * shown.
 */
export const LEAST_POSSIBLE = 0.85;
/** Least chance (0 to 1) that what is shown holds the answer, for it to be possible whatever it seems to be about. */
export const LEAST_HOPEFUL = 0.25;
/**
 * Least chance (0 to 1) that a stretch is the answer, for it to be marked: of what is answered to the same questions from a
 * chance of 0.75, 60 (56) of 100 have a mark, and 92 (94) of 100 marks are right.
 */
export const LEAST_MARKED = 0.8;

/** All that bears on what is said to a question. */
export type Known =
  /** The text is a greeting, thanks or the like. */
  | { readonly kind: 'small-talk' }
  /** It has no word that could be looked for. */
  | { readonly kind: 'no-terms' }
  /** No passage has any of its words. */
  | { readonly kind: 'nothing-found' }
  /** A passage was found and not read. */
  | ({ readonly kind: 'found' } & Found)
  /** A passage was found, and read. */
  | ({ readonly kind: 'read'; readonly answers: number } & Found);

/** What is known of the passage that is shown first. */
export interface Found {
  /** Chance (0 to 1) that it is what the question is about. */
  readonly about: number;
  /** Whether it is tied to the question by sound alone, and by little of it. */
  readonly phoneticOnly: boolean;
  /** Whether the question names one of several by its number, and the article speaks of others only. */
  readonly otherNumber: boolean;
  /** Whether the question asks for the text of this very part (第三条) and nothing more. */
  readonly thePart: boolean;
}

/** Why a verdict is as it is. */
export type Because =
  | 'small-talk'
  | 'no-terms'
  | 'nothing-found'
  | 'about-something-else'
  | 'phonetic-only'
  | 'other-number'
  | 'the-part'
  | 'not-read'
  | 'not-sure'
  | 'sure';

/** What a refusal says of itself to whoever asked. */
export type RefusalReason = 'empty' | 'greeting' | 'no-evidence';

export interface RefusedVerdict {
  readonly status: 'refused';
  readonly reason: RefusalReason;
  readonly because: Because;
}

export type Verdict =
  | { readonly status: 'answered' | 'possible'; readonly because: Because }
  | RefusedVerdict;

/** What is known where there is no passage to show. */
export type KnownWithoutPassage = Extract<
  Known,
  { readonly kind: 'small-talk' | 'no-terms' | 'nothing-found' }
>;

/** What is said to a question, and why: the one place where this is decided. */
export function decide(known: KnownWithoutPassage): RefusedVerdict;
export function decide(known: Known): Verdict;
export function decide(known: Known): Verdict {
  switch (known.kind) {
    case 'small-talk':
      return { status: 'refused', reason: 'greeting', because: 'small-talk' };
    case 'no-terms':
      return { status: 'refused', reason: 'empty', because: 'no-terms' };
    case 'nothing-found':
      return noEvidence('nothing-found');
    case 'found':
    case 'read':
      return decided(known);
  }
}

function decided(known: Extract<Known, Found>): Verdict {
  if (known.thePart) return { status: 'answered', because: 'the-part' };
  if (known.phoneticOnly) return noEvidence('phonetic-only');
  const answers = known.kind === 'read' && known.answers >= LEAST_ANSWERED;
  if (answers && !known.otherNumber) return { status: 'answered', because: 'sure' };
  if (!answers && !isPossible(known)) return noEvidence('about-something-else');
  if (known.kind === 'found') return { status: 'possible', because: 'not-read' };
  return { status: 'possible', because: known.otherNumber ? 'other-number' : 'not-sure' };
}

function isPossible(known: Extract<Known, Found>): boolean {
  if (known.about >= LEAST_POSSIBLE) return true;
  return known.kind === 'read' && known.answers >= LEAST_HOPEFUL;
}

function noEvidence(because: Because): RefusedVerdict {
  return { status: 'refused', reason: 'no-evidence', because };
}
