import type { Answer, Clipping } from '../answering/answer.js';
import { jsonLine } from '../app/terminal.js';

/**
 * An answer as the one line of JSON that scripts rely on. All offsets are UTF-16 units into `excerpt`.
 * @param ms what the answer took, in milliseconds
 */
export function toJson(question: string, answer: Answer, ms: number): string {
  return jsonLine({
    question,
    status: answer.status,
    ms: Math.round(ms * 1000) / 1000,
    ...(answer.status === 'refused' && { reason: answer.reason, missing: answer.missing }),
    ...(answer.filters && { filters: answer.filters }),
    ...(answer.places !== undefined && { places: answer.places }),
    ...(answer.after !== undefined && { after: answer.after }),
    results: answer.results.map(clipping),
    ...(answer.explanation && { explanation: answer.explanation }),
  });
}

function clipping({
  excerpt,
  highlights,
  answer,
  score,
  unmentioned,
  citation,
  also,
  newer,
}: Clipping): object {
  return {
    excerpt,
    highlights: highlights.map(({ start, end }) => [start, end]),
    ...(answer && { answer: [answer.start, answer.end] }),
    score: Math.round(score * 1e4) / 1e4,
    unmentioned,
    citation,
    ...(also && { also }),
    ...(newer && { newer }),
  };
}
