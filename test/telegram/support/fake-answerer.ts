import type { Answer, Answerer, Citation, Clipping } from '../../../src/answering/answer.js';

export const PASSAGE = '馆长何敏说，图书馆搬家是因为旧馆每逢雨季都会漏水，三年里有两千多册书受潮。';

/** A clipping of `PASSAGE` as the collection would make it. */
export function clipping(excerpt: string, changes: Partial<Clipping> = {}): Clipping {
  return {
    excerpt,
    highlights: [],
    score: 1,
    unmentioned: [],
    citation: { id: 'passage1', article: 'a', title: '图书馆搬家', source: 'weekly.txt', lines: [3, 3] },
    ...changes,
  };
}

/** An answerer that says what it is told to, so that tests can make it err. */
export function fakeAnswerer(
  answer: () => Answer,
  passages: Record<string, string> = { passage1: PASSAGE },
): Answerer {
  return {
    version: 'v1',
    answer: async () => answer(),
    async context(id) {
      const text = passages[id];
      if (text === undefined) return undefined;
      return {
        text,
        passage: { start: 0, end: text.length },
        quotable: text,
        citation: citationOf(id),
        more: { before: false, after: false },
      };
    },
    async article(id) {
      const text = passages[id];
      if (text === undefined) return undefined;
      return { text, passages: [{ start: 0, end: text.length }], at: 0, citation: citationOf(id) };
    },
    clipping: async () => undefined,
    summary: () => ({ articles: 1, passages: 1, files: 1, titles: ['图书馆搬家'] }),
    completions: async () => [],
    examples: async () => [],
    questions: async () => [],
    meant: async () => [],
  };
}

function citationOf(id: string): Citation {
  return { ...clipping('').citation, id };
}
