import { analyseQuestion } from '../../language/question.js';
import { smallTalkIn } from '../deciding/small-talk.js';
import { exactWords } from '../filters/exact-words.js';
import type { Before } from '../question.js';
import { namesSubject, repeatsName, type WordEvidence } from './subject-words.js';
import { wordingOf } from './wording.js';

/** How a question stands to what came before it. */
export type FollowUp =
  /** It is understood by itself. */
  | { readonly kind: 'full' }
  | {
      readonly kind: 'follow-up';
      /** What it may be about, likeliest first, at least one. */
      readonly subjects: readonly [string, ...string[]];
      /**
       * Whether it may be understood by itself all the same: `first`, if it gets an answer so; `last`, if it gets one so only;
       * `never`.
       */
      readonly alone: 'first' | 'last' | 'never';
    };

const FULL: FollowUp = { kind: 'full' };
/** Longest subject in UTF-16 units: longer titles are told by their beginnings, and the question must not drown. */
const SUBJECT_UNITS = 60;

/**
 * Whether a question follows up what came before, and what of it. In doubt it does not: a full question is never bent.
 * @param text of the question
 * @param evidence what the collection knows of its words; absent where no article was quoted that is still held
 */
export async function followUp(text: string, before: Before, evidence?: WordEvidence): Promise<FollowUp> {
  const [subject, ...others] = subjectsOf(before);
  if (subject === undefined || smallTalkIn(text) !== 'no' || exactWords(text) !== undefined) return FULL;
  const subjects = [subject, ...others] as const;
  if (before.settled) return { kind: 'follow-up', subjects: [subject], alone: 'never' };
  const { kind, own } = wordingOf(text);
  if (kind === 'points back') return { kind: 'follow-up', subjects, alone: 'never' };
  if (kind === 'open' && repeatsName(own, subject)) return FULL;
  if (!evidence)
    return kind === 'elliptic' && own.length === 0 ? { kind: 'follow-up', subjects, alone: 'never' } : FULL;
  if (kind === 'open' && evidence.otherNumber()) return { kind: 'follow-up', subjects, alone: 'first' };
  switch (await namesSubject(own, evidence)) {
    case 'surely':
      return FULL;
    case 'perhaps':
      return { kind: 'follow-up', subjects, alone: 'first' };
    case 'no':
      return { kind: 'follow-up', subjects, alone: kind === 'elliptic' ? 'never' : 'last' };
  }
}

/** What a thread is about: what was taken over before, what was quoted last, and what was asked first. */
function subjectsOf({ subject, title, questions = [] }: Before): string[] {
  const [first] = questions;
  const asked = first === undefined ? undefined : contentOf(first);
  const told = [subject, title, asked].map((one) =>
    one?.replace(/\s+/gu, ' ').trim().slice(0, SUBJECT_UNITS),
  );
  return [...new Set(told.filter((one) => one !== undefined && one !== ''))] as string[];
}

/** What a question is about, without what it asks. */
function contentOf(text: string): string {
  const { content } = analyseQuestion(text);
  return content.map(({ start, end }) => text.slice(start, end)).join('');
}
