import type { Answer, Clipping } from '../../../src/answering/answer.js';

/** A made-up result: its excerpt with the marked stretch in 【】, the article that it is from, and its chance. */
export function clipping(marked: string, article = 'ferry-01', score = 0.5): Clipping {
  const start = marked.indexOf('【');
  const end = marked.indexOf('】') - 1;
  return {
    excerpt: marked.replace(/[【】]/g, ''),
    highlights: [],
    ...(start >= 0 && { answer: { start, end } }),
    score,
    unmentioned: [],
    citation: { id: article, article, title: '', source: 'ferry.jsonl', lines: [1, 1] },
  };
}

/** A made-up answer of a status with these results. */
export function answer(status: Answer['status'], ...results: readonly Clipping[]): Answer {
  return status === 'refused' ? { status, reason: 'no-evidence', missing: [], results } : { status, results };
}
