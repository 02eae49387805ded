import fc from 'fast-check';
import type { InlineKeyboardButton } from 'grammy/types';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { Answer, Answerer, Citation, Clipping, QuestionFilter } from '../../../src/answering/answer.js';
import type { Article } from '../../../src/corpus/article.js';
import { passagesOf } from '../../../src/corpus/passages.js';
import { NO_MEASURES } from '../../../src/telegram/measuring/measures.js';
import { FIRST_VIEW } from '../../../src/telegram/rendering/callback-data.js';
import { articleReply } from '../../../src/telegram/replies/article-reply.js';
import { keyboardOf } from '../../../src/telegram/replies/keyboard.js';
import { clippingReply, type Reply, replyTo } from '../../../src/telegram/replies/reply.js';
import type { Services } from '../../../src/telegram/replies/services.js';
import { sharedClipping } from '../../../src/telegram/replies/shared-clipping.js';
import { en } from '../../../src/telegram/wording/en.js';
import { zh } from '../../../src/telegram/wording/zh.js';

/** Texts of any length with what breaks counting: astral characters, other directions, controls, dots, half pairs. */
const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      '馆',
      '。',
      'a',
      '😀',
      '𠮷',
      'שלום',
      '\u202E',
      '\u030A',
      '\n',
      '\t',
      '…',
      '《',
      '\uD83D',
      ' ',
    ),
    maxLength: 120,
  }),
  fc.constantFrom('', ' ', '……', '😀'.repeat(900), '很长的'.repeat(700), 'مرحبا '.repeat(300)),
);
const written = text.filter((each) => /\p{L}/u.test(each.replace(/\p{Cs}/gu, '')));

const facts = fc.record(
  {
    publication: text,
    date: text,
    when: fc.constantFrom('2024', '2024-10', '2024-10-27'),
    page: text,
    byline: text,
    section: fc.array(text, { minLength: 1, maxLength: 8 }),
    url: fc.constantFrom(
      `https://a.cn/${'a'.repeat(3000)}`,
      'https://t.me/news/12',
      'https://a.cn/1',
      'no address',
    ),
  },
  { requiredKeys: [] },
);

const citation: fc.Arbitrary<Citation> = fc
  .tuple(fc.stringMatching(/^[A-Za-z0-9_-]{16}$/), text, text, facts)
  .map(([id, title, source, rest]) => ({ id, article: 'a', title, source, lines: [1, 9], ...rest }));

const filters: fc.Arbitrary<QuestionFilter[]> = fc.array(
  fc
    .tuple(fc.constantFrom('date', 'publication', 'page', 'title', 'phrase'), text, fc.boolean())
    .map(([kind, told, leftNothing]): QuestionFilter => {
      return { kind, text: told, value: told, ...(leftNothing && { leftNothing }) } as QuestionFilter;
    }),
  { maxLength: 5 },
);

/** An article with its clippings, one of each of its first passages. */
const material = fc
  .tuple(
    fc.array(written, { minLength: 1, maxLength: 12 }),
    fc.array(citation, { minLength: 5, maxLength: 5 }),
    citation,
  )
  .map(([paragraphs, citations, relative]) => {
    const article = articleOf(paragraphs);
    const passages = passagesOf(article);
    const clippings = passages.slice(0, 5).map((passage, i): Clipping => {
      const excerpt = passage.text.slice(0, 120).replace(/\p{Cs}/gu, '');
      return {
        excerpt,
        highlights: Array.from({ length: Math.floor(excerpt.length / 2) }, (_, n) => ({
          start: 2 * n,
          end: 2 * n + 1,
        })),
        answer: { start: 0, end: Math.min(5, excerpt.length) },
        score: 1,
        unmentioned: paragraphs.slice(0, 8),
        citation: citations[i] as Citation,
        also: citations,
        newer: relative,
      };
    });
    return { article, passages, clippings };
  });

function articleOf(paragraphs: readonly string[]): Article {
  let end = -1;
  const blocks = paragraphs.map((paragraph) => {
    const start = end + 1;
    end = start + paragraph.length;
    return { role: 'paragraph' as const, start, end, lines: [1, 1] as const };
  });
  return { id: 'a', source: 'a.txt', title: '', text: paragraphs.join('\n'), blocks, lines: [1, 1] };
}

function servicesOf(
  { article, passages, clippings }: typeof material extends fc.Arbitrary<infer M> ? M : never,
  answer: Answer,
): Services {
  const at = (id: string): number => clippings.findIndex((one) => one.citation.id === id);
  const answerer: Answerer = {
    version: 'v',
    answer: async () => answer,
    context: async (id) => {
      const { text = '', start = 0, end = 0 } = passages[at(id)] ?? {};
      const held = clippings[at(id)];
      const more = { before: false, after: false };
      return (
        held && {
          text,
          passage: { start: 0, end: end - start },
          quotable: text,
          citation: held.citation,
          more,
        }
      );
    },
    article: async (id) => {
      const held = clippings[at(id)];
      return held && { text: article.text, passages, at: at(id), citation: held.citation };
    },
    clipping: async (id) => clippings[at(id)],
    summary: () => ({ articles: 1, passages: 1, files: 1, titles: [] }),
    completions: async () => [],
    examples: async () => [],
    questions: async () => [],
    meant: async () => [],
  };
  return {
    answerer,
    log: pino({ enabled: false }),
    username: 'jianbao_bot',
    inline: true,
    files: true,
    measures: NO_MEASURES,
    privacy: { onDisk: false, questions: false },
    hasFolders: () => false,
    forgetters: [],
  };
}

function expectWithin({ message, keyboard }: Reply): void {
  expect(message.text.trim()).toBe(message.text);
  expect(message.text.length).toBeGreaterThan(0);
  expect(message.text.length).toBeLessThanOrEqual(4096);
  expect(message.text).not.toMatch(/\p{Cs}/u);
  expect(message.entities.length).toBeLessThanOrEqual(100);
  for (const { offset, length } of message.entities) {
    expect(length).toBeGreaterThan(0);
    expect(offset + length).toBeLessThanOrEqual(message.text.length);
  }
  for (const row of keyboard?.inline_keyboard ?? []) {
    expect(row.length).toBeLessThanOrEqual(3);
    row.forEach(expectButtonWithin);
  }
}

function expectButtonWithin(button: InlineKeyboardButton): void {
  expect(button.text.trim()).not.toBe('');
  expect(button.text.length).toBeLessThanOrEqual(64);
  expect(button.text).not.toMatch(/\p{Cs}/u);
  if ('callback_data' in button) expect(Buffer.byteLength(button.callback_data)).toBeLessThanOrEqual(64);
  if ('copy_text' in button) {
    expect(button.copy_text.text.length).toBeGreaterThan(0);
    expect(button.copy_text.text.length).toBeLessThanOrEqual(256);
  }
  if ('switch_inline_query_chosen_chat' in button) {
    const { query = '' } = button.switch_inline_query_chosen_chat;
    expect(query.length).toBeLessThanOrEqual(256);
  }
}

describe('every kind of message keeps within Telegram’s limits, whatever the article', () => {
  it.each([
    ['an answer', 'answered'],
    ['a possible place', 'possible'],
    ['a refusal', 'refused'],
  ] as const)('%s, its list, its article page by page, and what is shared', async (_, status) => {
    await fc.assert(
      fc.asyncProperty(
        material,
        written,
        filters,
        fc.constantFrom(zh, en),
        async (made, question, limits, locale) => {
          const { clippings } = made;
          const answer = {
            status,
            reason: 'no-evidence',
            missing: [question],
            results: clippings,
            filters: limits,
            places: 9,
          };
          const services = servicesOf(made, answer as Answer);
          const view = { ...FIRST_VIEW, without: ['date', 'page'] as const };
          const asked = { text: question };
          expectWithin(await replyTo(asked, services, locale, view));
          for (const {
            citation: { id },
          } of clippings.slice(0, 2)) {
            for (const open of [false, true]) {
              const reply = await clippingReply({ question: asked, id, view, open }, services, locale);
              if (reply) expectWithin(reply);
            }
            for (const page of [undefined, 0, 1, 99]) {
              const reply = await articleReply({ id, page, question: asked, view }, services, locale);
              if (reply) expectWithin(reply);
            }
            const shared = await sharedClipping(`#${id} ${question}`, { ...services, back: true }, locale);
            if (shared) expectWithin(shared);
          }
        },
      ),
      { numRuns: 12, endOnFailure: true },
    );
  });
});

describe('a keyboard', () => {
  const button = (text: string) => ({ text, callback_data: text });

  it('has three buttons in a row at most, rows about equally long, in one order', () => {
    const keyboard = keyboardOf({
      further: [[button('有用'), button('答非所问')]],
      back: [button('返回')],
      onward: ['全文', '引用', '复制', '转发'].map(button),
      pager: ['‹', '1/2', '›'].map(button),
      places: ['甲', '乙'].map(button),
    });
    expect(keyboard?.inline_keyboard.map((row) => row.map(({ text }) => text).join(' '))).toEqual([
      '‹ 1/2 ›',
      '甲',
      '乙',
      '全文 引用',
      '复制 转发',
      '有用 答非所问',
      '返回',
    ]);
  });

  it('is none without buttons', () => {
    expect(keyboardOf({ chips: [], further: [[]] })).toBeUndefined();
  });
});

it('other features put their rows beneath answers and refusals, and know what they stand beneath', async () => {
  const told: string[] = [];
  const clipping = {
    excerpt: '馆',
    highlights: [],
    score: 1,
    unmentioned: [],
    citation: { id: 'a', article: 'a', title: '题', source: 's' },
  };
  const made = { article: articleOf(['馆']), passages: passagesOf(articleOf(['馆'])), clippings: [clipping] };
  for (const status of ['answered', 'refused'] as const) {
    const answer = { status, reason: 'no-evidence', missing: [], results: [clipping] } as Answer;
    const services: Services = {
      ...servicesOf(made, answer),
      furtherRows: [
        (beneath) => {
          told.push(`${beneath.kind} ${beneath.question.text}`);
          return [[{ text: '有用', callback_data: 'f' }]];
        },
      ],
    };
    const { keyboard } = await replyTo({ text: '问' }, services, zh);
    expect(keyboard?.inline_keyboard.at(-1)).toEqual([{ text: '有用', callback_data: 'f' }]);
  }
  expect(told).toEqual(['clipping 问', 'refusal 问']);
});
