import type { Explanation, PassageExplanation } from '../answering/answer.js';

/** Evidence that moves the log-odds by less says nothing. */
const LEAST_EFFECT = 0.05;

/** Why a question was answered as it was, as a person reads it in a terminal. */
export function toExplanation({ verdict, leastProbability, terms, passages }: Explanation): string {
  const looked = terms.map(({ term, weight, passages: held }) => `${term} ${weight.toFixed(1)} (${held})`);
  return [
    `verdict: ${verdict.status}, because ${verdict.because} (least probability ${leastProbability})`,
    `terms, with their weight and the passages that hold them: ${looked.join(', ') || 'none'}`,
    ...passages.map((passage, place) => passageLines(passage, place)),
    '',
  ].join('\n');
}

function passageLines({ title, id, scores, evidence, facts }: PassageExplanation, place: number): string {
  const { index, firstPhase, secondPhase, model, lenience, probability } = scores;
  const ranked = [index, firstPhase, secondPhase].map((score) => score.toFixed(2)).join(' → ');
  const effects = Object.entries(evidence)
    .filter(([, effect]) => Math.abs(effect) >= LEAST_EFFECT)
    .sort(([, a], [, b]) => b - a)
    .map(([group, effect]) => `${group} ${effect > 0 ? '+' : ''}${effect.toFixed(2)}`);
  const held = [
    ...(facts.keywords ? ['has all keywords'] : []),
    ...(facts.phoneticOnly ? ['tied by sound alone'] : []),
    ...(facts.otherNumber ? ['speaks of another number'] : []),
    ...(facts.unmentioned.length > 0 ? [`lacks ${facts.unmentioned.join(', ')}`] : []),
  ];
  return [
    `${place + 1}. ${title} (${id})`,
    `   scores: index → first phase → second phase ${ranked}`,
    `   probability ${probability.toFixed(3)}: the model says ${model.toFixed(3)}, size adds ${lenience.toFixed(2)} to the log-odds`,
    `   evidence, in log-odds: ${effects.join(', ') || 'none that counts'}`,
    ...(held.length > 0 ? [`   facts: ${held.join('; ')}`] : []),
  ].join('\n');
}
