import { describe, expect, test } from 'vitest';
import type { Answer, AnswerOptions } from '../../src/answering/answer.js';
import { answerQuestion } from '../../src/answering/answer-question.js';
import type { Calibration } from '../../src/answering/deciding/calibration.js';
import { LEAST_ANSWERED, LEAST_MARKED, LEAST_POSSIBLE } from '../../src/answering/deciding/decide.js';
import { readRanking } from '../../src/answering/ranking/rank.js';
import { passagesOf } from '../../src/corpus/passages.js';
import { EmbeddedIndex } from '../../src/retrieval/embedded-index.js';
import { article, FakeReader, type Fancy, SURE } from './support.js';

/** Chances as a test wants them, whatever is known. */
interface Chances {
  readonly answers?: number;
  readonly stretch?: number;
  readonly about?: number;
}

const ARTICLES = [
  article('青石渡口停运', ['青石渡口昨天停运。停运的原因是青石大桥通车。渡船送到博物馆。']),
  article('27路公交', ['27路公交车末班车延长到二十二点。']),
];
const FANCIES: readonly Fancy[] = [
  { window: '原因是', answers: SURE, stretch: '青石大桥通车' },
  { window: '末班车', answers: SURE, stretch: '二十二点' },
];

/** Asks with chances that are given and not learned. */
async function asked(
  text: string,
  { answers = 1, stretch = 1, about = 1 }: Chances = {},
  { reader = new FakeReader(FANCIES), ...options }: AnswerOptions & { readonly reader?: FakeReader } = {},
): Promise<Answer> {
  const index = new EmbeddedIndex();
  await index.add(ARTICLES.flatMap((one) => passagesOf(one)));
  const chance = (probability: number) => () => ({ probability, effects: {} });
  const calibration: Calibration = {
    answers: chance(answers),
    stretch: chance(stretch),
    answersUnread: chance(answers),
    about: chance(about),
    aboutUnread: chance(about),
  };
  return answerQuestion({ index, ranking: readRanking(), reader, calibration }, text, {
    chars: 120,
    ...options,
  });
}

/** What is marked in the first excerpt. */
function marked({ results: [first] }: Answer): string | undefined {
  return first?.answer && first.excerpt.slice(first.answer.start, first.answer.end);
}

const WHY = '青石渡口为什么停运';
const LITTLE = 0.001;

describe('a question is', () => {
  test('answered, with the stretch marked, where both are likely enough', async () => {
    const answer = await asked(WHY, { answers: LEAST_ANSWERED, stretch: LEAST_MARKED });
    expect(answer.status).toBe('answered');
    expect(marked(answer)).toBe('青石大桥通车');
    expect(answer.results[0]?.score).toBe(LEAST_ANSWERED);
  });

  test('answered without a mark where the stretch is not', async () => {
    const answer = await asked(WHY, { stretch: LEAST_MARKED - LITTLE });
    expect(answer.status).toBe('answered');
    expect(marked(answer)).toBeUndefined();
    expect(answer.results[0]?.excerpt).toContain('青石大桥通车');
  });

  test('possibly answered where an answer is too unlikely, and nothing is marked, however likely it is', async () => {
    const answer = await asked(WHY, { answers: LEAST_ANSWERED - LITTLE, about: LEAST_POSSIBLE });
    expect(answer.status).toBe('possible');
    expect(answer.results[0]?.excerpt).toContain('青石大桥通车');
    expect(answer.results.map((result) => 'answer' in result)).not.toContain(true);
  });

  test('refused where what was found is about something else; the nearest passages come all the same', async () => {
    const answer = await asked(WHY, { answers: 0, about: LEAST_POSSIBLE - LITTLE });
    expect(answer).toMatchObject({ status: 'refused', reason: 'no-evidence', missing: [] });
    expect(answer.results[0]?.citation.title).toBe('青石渡口停运');
    expect(marked(answer)).toBeUndefined();
  });

  test('possible at most where it names another by its number', async () => {
    const answer = await asked('28路公交末班车几点');
    expect(answer.status).toBe('possible');
    expect(marked(answer)).toBeUndefined();
  });
});

describe('only the first result may be marked', () => {
  test('though others were read and are as likely', async () => {
    const { results, status } = await asked('青石渡口和27路公交末班车为什么停运');
    expect(status).toBe('answered');
    expect(results.length).toBeGreaterThan(1);
    expect(results.slice(1).map((result) => 'answer' in result)).not.toContain(true);
  });
});

describe('what was not read is possible, and nothing in it is marked', () => {
  test.each<[why: string, AnswerOptions, FakeReader['trouble']]>([
    ['since nobody wants it read', { read: false }, undefined],
    ['since too many ask', {}, 'busy'],
    ['since the model failed', {}, 'fault'],
  ])('%s', async (_, options, trouble) => {
    const reader = new FakeReader(FANCIES);
    reader.trouble = trouble;
    const answer = await asked(WHY, {}, { reader, ...options });
    expect(answer.status).toBe('possible');
    expect(answer.results[0]?.citation.title).toBe('青石渡口停运');
    expect(answer.results.map((result) => 'answer' in result)).not.toContain(true);
    expect(reader.asked).toHaveLength(trouble === undefined ? 0 : 1);
  });

  test('or refused, where its words are about something else', async () => {
    const answer = await asked(WHY, { about: LEAST_POSSIBLE - LITTLE }, { read: false });
    expect(answer).toMatchObject({ status: 'refused', reason: 'no-evidence' });
  });
});

describe('the excerpt is', () => {
  test('around the stretch, where the reader has one', async () => {
    const { results } = await asked(WHY, {}, { chars: 20 });
    expect(results[0]?.excerpt).toBe('停运的原因是青石大桥通车。');
  });

  test('around it even where the reader doubts it', async () => {
    const doubted = [{ window: '原因是', answers: -1, stretch: '博物馆' }];
    const { results } = await asked(WHY, {}, { reader: new FakeReader(doubted), chars: 10 });
    expect(results[0]?.excerpt).toBe('渡船送到博物馆。');
  });

  test('around what says most to the question, where nothing was read', async () => {
    const { results } = await asked('渡船送到哪个博物馆', {}, { chars: 20, read: false });
    expect(results[0]?.excerpt).toContain('渡船送到博物馆。');
  });

  test('and a stretch that is longer than it is not marked', async () => {
    const long = [{ window: '原因是', answers: SURE, stretch: '停运的原因是青石大桥通车。渡船送到博物馆。' }];
    const answer = await asked(WHY, {}, { reader: new FakeReader(long), chars: 20 });
    expect(answer.status).toBe('answered');
    expect(marked(answer)).toBeUndefined();
    expect(answer.results[0]?.excerpt.length).toBeLessThanOrEqual(20);
  });
});

test('nothing is read for small talk, for signs, and where nothing was found', async () => {
  for (const text of ['你好', '？？？', '量子纠缠']) {
    const reader = new FakeReader();
    expect((await asked(text, {}, { reader })).status).toBe('refused');
    expect(reader.asked).toEqual([]);
  }
});
