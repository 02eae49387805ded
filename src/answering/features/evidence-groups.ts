import { ANSWERABILITY_FEATURES } from './answerability-features.js';
import type { Model } from './model.js';

/** Groups of evidence by the names of their features; what none of them takes is `rest`. */
const GROUPS: readonly (readonly [group: string, features: RegExp])[] = [
  ['best clause', /^best clause|^all clauses|^share of best clause/],
  ['lead', /^behind first$|^score$|^ahead of next$/],
  ['index score', /^bm25$/],
  ['sound', /by sound$/],
  ['title', /title/],
  ['words', /^words$|^words missing$|^rarest missing$/],
  ['pairs', /^bigrams$/],
  ['characters', /^characters/],
  ['proximity', /sentence|window$|^longest run$/],
  ['numbers', /^named numbers/],
  ['quantity', /^quantity$/],
  ['unknown words', /^unknown|^heaviest word$|^content words$/],
  ['form of question', /^asks something$|^has head$/],
  ['size', /^length$|^size of collection$/],
];

const groupOf = ANSWERABILITY_FEATURES.map(
  (name) => GROUPS.find(([, features]) => features.test(name))?.[0] ?? 'rest',
);

/**
 * What each group of evidence adds to the log-odds that a passage answers: the score less that of a passage whose
 * features of this group are the means of what was learned from. The network is not linear, so that these do not sum up
 * to the score.
 * @param row of `ANSWERABILITY_FEATURES`
 */
export function effectsOfGroups(model: Model, row: Float32Array): Record<string, number> {
  const score = model.score(row);
  const effects: Record<string, number> = {};
  for (const group of new Set(groupOf)) {
    const usual = row.map((value, f) => (groupOf[f] === group ? (model.means[f] as number) : value));
    effects[group] = score - model.score(usual);
  }
  return effects;
}
