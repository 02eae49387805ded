import type { Outcome } from './outcome.js';
import type { EvalQuestion } from './set.js';
import { type FigureName, type Figures, tally } from './tally.js';

/** What a set's own questions can be grouped by. */
export const GROUPINGS = ['kind', 'world'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The figures that are told of a group. */
export const GROUP_FIGURES = [
  'hit@1',
  'answeredRight',
  'answeredRightOfAnswered',
  'markedRight',
  'refusedThough',
  'nearMissesAnswered',
] as const satisfies readonly FigureName[];

/** The main figures by the name of a group, in the order of the names. */
export type Groups = Readonly<Record<string, Figures>>;

/** What is written for the kind of a question that has none: near misses of the worlds, and all questions of public sets. */
const NO_KIND = 'none';

/** The main figures of each group of a set's own questions; questions of other sets belong to none. */
export function groupsOf(outcomes: readonly Outcome[], by: Grouping): Groups {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    if (outcome.asked === 'foreign') continue;
    const name = groupOf(outcome.question, by);
    const group = groups.get(name);
    if (group) group.push(outcome);
    else groups.set(name, [outcome]);
  }
  const names = [...groups.keys()].sort();
  return Object.fromEntries(names.map((name) => [name, tally(groups.get(name) ?? [], GROUP_FIGURES)]));
}

function groupOf({ kind, passage }: EvalQuestion, by: Grouping): string {
  return by === 'kind' ? (kind ?? NO_KIND) : worldOf(passage);
}

/** The world of a passage, or whatever else stands before the number in its id: `ferry` of `ferry-03`. */
export function worldOf(passage: string): string {
  return passage.replace(/-\d+$/, '');
}
