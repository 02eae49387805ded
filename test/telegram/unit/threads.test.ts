import { describe, expect, it } from 'vitest';
import { beforeIn } from '../../../src/telegram/surfaces/told-before.js';
import { afterLine, subjectIn } from '../../../src/telegram/threads/after-line.js';
import { RecentThreads, THREAD_MS } from '../../../src/telegram/threads/recent-threads.js';
import { en } from '../../../src/telegram/wording/en.js';
import { zh } from '../../../src/telegram/wording/zh.js';

describe('what an answer tells', () => {
  const link = (url: string, offset: number, length: number) => ({
    type: 'text_link' as const,
    url,
    offset,
    length,
  });
  it.each([
    ['of a deep link', '《渡口》', 'https://t.me/jianbao_bot?start=c_Ab1', { passage: 'Ab1', title: '渡口' }],
    ['of an address', '《渡口》', 'https://example.org/a', { title: '渡口' }],
    ['of a title with marks of its own', '《渡口》首演', 'https://example.org/a', { title: '《渡口》首演' }],
  ])('%s', (_, cited, url, told) => {
    const entities = [{ type: 'blockquote' as const, offset: 0, length: 2 }, link(url, 3, cited.length)];
    expect(beforeIn({ text: `八元\n${cited}`, entities })).toEqual(told);
  });

  it.each([zh, en])('the line above it is read again, whoever asked', (locale) => {
    const [line = ''] = afterLine({ after: '望月大桥' }, locale);
    const text = `${line}\n答案可能在这里：\n承前：不算\n《渡口》`;
    const offset = text.indexOf('承前：不算');
    expect(beforeIn({ text, entities: [{ type: 'blockquote', offset, length: 5 }] })).toEqual({
      subject: '望月大桥',
    });
  });

  it('a line in a quotation, or without a subject, is none', () => {
    expect(
      beforeIn({ text: '承前：望月', entities: [{ type: 'blockquote', offset: 0, length: 5 }] }),
    ).toEqual({});
    expect(subjectIn('承前：')).toBeUndefined();
    expect(afterLine({}, zh)).toEqual([]);
  });
});

describe('threads that are remembered', () => {
  function remembered() {
    const clock = { ms: 0 };
    return { clock, threads: new RecentThreads(() => clock.ms) };
  }
  const told = { title: '渡口' };

  it('of a chat, its last', () => {
    const { threads } = remembered();
    threads.note(1, { question: 1, answer: 2, at: 0, text: '船票多少钱', told });
    expect(threads.before(1, 3)).toEqual({ title: '渡口', questions: ['船票多少钱'] });
    expect(threads.before(2, 3)).toBeUndefined();
  });

  it('ten minutes and no longer', () => {
    const { clock, threads } = remembered();
    threads.note(1, { question: 1, answer: 2, at: 0, text: '船票多少钱', told });
    clock.ms = THREAD_MS - 1;
    expect(threads.before(1, 3)).toBeDefined();
    clock.ms = THREAD_MS;
    expect(threads.before(1, 3)).toBeUndefined();
  });

  it('their first question and their last, until a full question begins another', () => {
    const { threads } = remembered();
    const follow = (question: number, text: string) =>
      threads.note(1, {
        question,
        answer: question + 1,
        at: 0,
        text,
        before: threads.before(1, question),
        told: { ...told, subject: '渡口' },
      });
    threads.note(1, { question: 1, answer: 2, at: 0, text: '船票多少钱', told });
    follow(3, '学生呢');
    follow(5, '老人呢');
    expect(threads.before(1, 7)?.questions).toEqual(['船票多少钱', '老人呢']);
    threads.note(1, {
      question: 7,
      answer: 8,
      at: 0,
      text: '大桥多长',
      before: threads.before(1, 7),
      told: { title: '大桥' },
    });
    expect(threads.before(1, 9)).toEqual({ title: '大桥', questions: ['大桥多长'] });
  });

  it('by the answer that is replied to, where it is one of them', () => {
    const { threads } = remembered();
    threads.note(1, { question: 1, answer: 2, at: 0, text: '船票多少钱', told });
    threads.note(1, { question: 3, answer: 4, at: 0, text: '大桥多长', told: { title: '大桥' } });
    expect(threads.before(1, 5, 2)?.title).toBe('渡口');
    expect(threads.before(1, 5, 99)).toBeUndefined();
  });

  it('as they stood before a question that is edited', () => {
    const { threads } = remembered();
    threads.note(1, { question: 1, answer: 2, at: 0, text: '船票多少钱', told });
    threads.note(1, { question: 3, answer: 4, at: 0, text: '大桥多长', told: { title: '大桥' } });
    expect(threads.before(1, 3)?.title).toBe('渡口');
    threads.note(1, { question: 3, at: 0, text: '索道多长', told: { title: '索道' } });
    expect(threads.before(1, 5, 4)).toEqual({ title: '索道', questions: ['索道多长'] });
  });

  it('in bounded number', () => {
    const { threads } = remembered();
    for (let chat = 1; chat <= 2000; chat++)
      threads.note(chat, { question: 1, answer: 2, at: 0, text: '问', told });
    expect(threads.before(1, 3)).toBeUndefined();
    expect(threads.before(2000, 3)).toBeDefined();
  });
});
