/**
 * Least probability (0 to 1) that the best passage answers the question. Chosen so that of questions about the collection
 * itself 95 of 100 are answered, and of questions about another one 95 of 100 refused; `npm run eval` measures both.
 */
export const LEAST_PROBABILITY = 0.7;

/** All that bears on whether a question is answered. */
export type Known =
  /** The text is a greeting, thanks or the like. */
  | { readonly kind: 'small-talk' }
  /** It has no word that could be looked for. */
  | { readonly kind: 'no-terms' }
  /** No passage has any of its words. */
  | { readonly kind: 'nothing-found' }
  | ({ readonly kind: 'found' } & BestPassage);

/** What is known of the passage that ranks first. */
export interface BestPassage {
  /** Probability (0 to 1) that it answers. */
  readonly score: number;
  /** Whether nothing is asked, and it has all the words that are named. */
  readonly keywords: boolean;
  /** Whether it is tied to the question by sound alone, and by little of it. */
  readonly isPhoneticOnly: () => boolean;
  /** Whether the question names one of several by its number, and the article speaks of others only. */
  readonly namesOtherNumber: () => boolean;
}

/** Why a verdict is as it is. */
export type Because =
  | 'small-talk'
  | 'no-terms'
  | 'nothing-found'
  | 'improbable'
  | 'phonetic-only'
  | 'other-number'
  | 'keywords'
  | 'probable';

/** What a refusal says of itself to whoever asked. */
export type RefusalReason = 'empty' | 'greeting' | 'no-evidence';

export interface RefusedVerdict {
  readonly status: 'refused';
  readonly reason: RefusalReason;
  readonly because: Because;
}

export type Verdict = { readonly status: 'answered'; readonly because: Because } | RefusedVerdict;

/** What is known where there is no passage to show. */
export type KnownWithoutPassage = Exclude<Known, { readonly kind: 'found' }>;

/** Whether a question is answered, and why: the one place where this is decided. */
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
      if (known.score < LEAST_PROBABILITY) return noEvidence('improbable');
      if (known.isPhoneticOnly()) return noEvidence('phonetic-only');
      if (known.namesOtherNumber()) return noEvidence('other-number');
      return { status: 'answered', because: known.keywords ? 'keywords' : 'probable' };
  }
}

function noEvidence(because: Because): RefusedVerdict {
  return { status: 'refused', reason: 'no-evidence', because };
}
