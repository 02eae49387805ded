import type { Explanation, PassageExplanation } from '../answering/answer.js';

/** A fact that moves the log-odds by less says nothing. */
const LEAST_EFFECT = 0.05;

/** Why a question was answered as it was, as a person reads it in a terminal. */
export function toExplanation({ verdict, least, terms, unread, windows, passages }: Explanation): string {
  const looked = terms.map(({ term, weight, passages: held }) => `${term} ${weight.toFixed(1)} (${held})`);
  const { answered, hopeful, possible, marked } = least;
  return [
    `verdict: ${verdict.status}, because ${verdict.because} (least chances: answered ${answered}, possible ${possible} about or ${hopeful} answers, marked ${marked})`,
    `terms, with their weight and the passages that hold them: ${looked.join(', ') || 'none'}`,
    ...(unread === undefined ? [] : [`nothing was read: ${unread}`]),
    ...(windows.length === 0
      ? []
      : ['windows that were read (passage, place: answers, lead, share, worth, stretch):']),
    ...windows.map(windowLine),
    ...passages.map(passageLines),
    '',
  ].join('\n');
}

function windowLine({
  passage,
  start,
  end,
  answers,
  lead,
  share,
  worth,
  stretch,
}: Explanation['windows'][number]): string {
  const scores = [answers, lead, share, worth].map((score) => score.toFixed(2)).join(', ');
  return `   ${passage} ${start}–${end}: ${scores}, ${stretch || '(none)'}`;
}

function passageLines(
  { title, id, scores, effects, unmentioned }: PassageExplanation,
  place: number,
): string {
  const { index, ranking, answers, about, stretch } = scores;
  const chances = [
    `answers ${answers.toFixed(3)}`,
    `about ${about.toFixed(3)}`,
    ...(stretch === undefined ? [] : [`stretch ${stretch.toFixed(3)}`]),
  ];
  const moved = Object.entries(effects)
    .filter(([, effect]) => Math.abs(effect) >= LEAST_EFFECT)
    .sort(([, a], [, b]) => b - a)
    .map(([fact, effect]) => `${fact} ${effect > 0 ? '+' : ''}${effect.toFixed(2)}`);
  return [
    `${place + 1}. ${title} (${id})`,
    `   scores: index → ranking ${[index, ranking].map((score) => score.toFixed(2)).join(' → ')}`,
    `   chances: ${chances.join(', ')}`,
    `   facts, in log-odds: ${moved.join(', ') || 'none that counts'}`,
    ...(unmentioned.length > 0 ? [`   lacks ${unmentioned.join(', ')}`] : []),
  ].join('\n');
}
