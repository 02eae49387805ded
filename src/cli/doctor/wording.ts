import type { Language } from '../../language/bilingual.js';
import type { Check, Facts, Kind, Verdict } from './finding.js';

/** What is found, in a line, and what to do about it where something is to be done. */
export type Said = readonly [line: string, remedy?: string];

/** What `doctor` says on a terminal, in one language. */
export interface DoctorWording {
  readonly language: Language;
  readonly checks: Readonly<Record<Check, string>>;
  readonly say: { readonly [K in Kind]: (facts: Facts[K]) => Said };
  /** Below everything. */
  readonly summary: (counts: Readonly<Record<Verdict, number>>) => string;
}
