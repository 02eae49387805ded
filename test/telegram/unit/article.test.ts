import { describe, expect, it } from 'vitest';
import type { Answerer, OpenArticle } from '../../../src/answering/answer.js';
import { clipping, fakeAnswerer, PASSAGE } from '../support/fake-answerer.js';
import { answered, harness } from '../support/harness.js';

describe('the article', () => {
  const BEFORE = '旧馆的事说来话长。'.repeat(40);
  const AFTER = '新馆的事以后再说。'.repeat(40);
  const excerpt = '图书馆搬家…旧馆每逢雨季都会漏水';
  const marked = clipping(excerpt, {
    highlights: [{ start: 0, end: 3 }],
    answer: { start: 6, end: excerpt.length },
  });

  /** An answerer whose article has these passages, the first of them named as the clipping's. */
  function articleOf(passages: readonly string[], at: number): Answerer {
    let end = -1;
    const places = passages.map((text) => {
      const start = end + 1;
      end = start + text.length;
      return { start, end };
    });
    const article: OpenArticle = {
      text: passages.join('\n'),
      passages: places,
      at,
      citation: marked.citation,
    };
    return { ...fakeAnswerer(answered(marked)), article: async () => article };
  }

  it('is one quotation when it is short, with everything marked as in the clipping', async () => {
    const { press, calls } = harness(articleOf(['旧馆的事说来话长。', PASSAGE], 1));
    await press('c:passage1');
    const text = String(calls[0]?.payload.text);
    expect(text).toMatch(/^旧馆的事说来话长。\n馆长何敏说/);
    expect(calls[0]?.payload.entities).toMatchObject([
      { type: 'blockquote', offset: 0, length: 10 + PASSAGE.length },
      { type: 'underline', offset: text.indexOf('图书馆'), length: 3 },
      { type: 'bold', offset: text.indexOf('旧馆每逢雨季'), length: 10 },
      { type: 'text_link' },
    ]);
  });

  it('folds what is before and after the passage when it is long', async () => {
    const { press, calls } = harness(articleOf([BEFORE, PASSAGE, AFTER], 1));
    await press('c:passage1');
    const [edit] = calls;
    const text = String(edit?.payload.text);
    expect(text.startsWith(`${BEFORE}\n${PASSAGE}\n${AFTER}\n《`)).toBe(true);
    expect(edit?.payload.entities).toMatchObject([
      { type: 'expandable_blockquote', offset: 0, length: BEFORE.length },
      { type: 'blockquote', offset: BEFORE.length + 1, length: PASSAGE.length },
      { type: 'underline', offset: BEFORE.length + 1 + PASSAGE.indexOf('图书馆'), length: 3 },
      { type: 'bold', offset: BEFORE.length + 1 + PASSAGE.indexOf('旧馆每逢雨季'), length: 10 },
      { type: 'expandable_blockquote', offset: BEFORE.length + PASSAGE.length + 2, length: AFTER.length },
      { type: 'text_link' },
    ]);
  });

  describe('in pages', () => {
    const passages = Array.from({ length: 9 }, (_, i) => (i === 4 ? PASSAGE : `${i}号库房。`.repeat(100)));
    const labels = (payload: Record<string, unknown>): string[][] => {
      const { inline_keyboard } = payload.reply_markup as { inline_keyboard: { text: string }[][] };
      return inline_keyboard.map((row) => row.map(({ text }) => text));
    };

    it('opens at the passage, and turns forwards and backwards from there', async () => {
      const { press, calls } = harness(articleOf(passages, 4));
      await press('c:passage1');
      const [opened] = calls;
      expect(opened?.payload.text).toContain(PASSAGE);
      expect(labels(opened?.payload ?? {})[0]).toEqual(['‹', '2/3', '›']);
      await press('c:passage1@0');
      expect(labels(calls[2]?.payload ?? {})[0]).toEqual(['·', '1/3', '›']);
      expect(calls[2]?.payload.text).toMatch(/^0号库房/);
      expect(calls[2]?.payload.entities).toMatchObject([{ type: 'blockquote' }, { type: 'text_link' }]);
    });

    it('holds every passage once, whole', async () => {
      const { press, calls } = harness(articleOf(passages, 4));
      for (const page of [0, 1, 2]) await press(`c:passage1@${page}`);
      const shown = calls.flatMap(({ payload }) => payload.text ?? []).join('\n');
      for (const passage of passages) expect(shown.split(passage)).toHaveLength(2);
    });

    it('shows the last page where the article has become shorter', async () => {
      const { press, calls } = harness(articleOf(passages, 4));
      await press('c:passage1@99');
      expect(labels(calls[0]?.payload ?? {})[0]).toEqual(['‹', '3/3', '·']);
    });
  });
});
