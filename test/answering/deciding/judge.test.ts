import { describe, expect, test } from 'vitest';
import { type Calibration, readCalibration } from '../../../src/answering/deciding/calibration.js';
import { READ_FACTS, STRETCH_FACTS, WORD_FACTS } from '../../../src/answering/deciding/facts.js';
import { judge } from '../../../src/answering/deciding/judge.js';
import { article } from '../support.js';
import { type FoundAndRead, foundAndRead } from './found.js';

const ARTICLES = [
  article('渡口', ['青石渡口十一月停运，原因是大桥通车。']),
  article('大桥', ['青石渡口的大桥昨天通车。']),
];

/** Says as chance nothing, and as effects what it was asked about. */
const calibration: Calibration = {
  answers: (facts) => ({ probability: 0.1, effects: { width: facts.length, first: facts[0] as number } }),
  stretch: (facts) => ({ probability: 0.2, effects: { width: facts.length, ahead: facts[4] as number } }),
  about: (facts) => ({ probability: 0.3, effects: { width: facts.length } }),
  answersUnread: (facts) => ({ probability: 0.05, effects: { width: facts.length } }),
  aboutUnread: (facts) => ({ probability: 0.4, effects: { width: facts.length } }),
};

function judged({ retrieved, ranked, read }: FoundAndRead, place: number) {
  const one = ranked[place];
  if (!one) throw new Error(`no passage at place ${place}`);
  return judge(retrieved, one, ranked[0]?.score ?? 0, read, calibration);
}

describe('a passage that was read', () => {
  test('has three chances: of its reading, of its stretch, of what it is about', async () => {
    const found = await foundAndRead(ARTICLES, '青石渡口为什么停运', [
      { window: '停运', answers: 0.5, stretch: '大桥通车' },
    ]);
    const { chances, window } = judged(found, 0);
    expect(window?.text.text).toContain('停运');
    expect(chances.answers).toEqual({ probability: 0.1, effects: { width: READ_FACTS.length, first: 0.5 } });
    expect(chances.stretch).toMatchObject({ probability: 0.2, effects: { width: STRETCH_FACTS.length } });
    expect(chances.about).toEqual({ probability: 0.3, effects: { width: READ_FACTS.length } });
  });

  test('is compared with the best window of another article', async () => {
    const found = await foundAndRead(ARTICLES, '青石渡口为什么停运', [
      { window: '停运', answers: 0.5, stretch: '大桥通车' },
      { window: '昨天', answers: 0, stretch: '昨天' },
    ]);
    const [first, second] = [judged(found, 0), judged(found, 1)];
    const ahead = (first.window?.worth ?? 0) - (second.window?.worth ?? 0);
    expect(ahead).toBeGreaterThan(0);
    expect(first.chances.stretch?.effects.ahead).toBeCloseTo(ahead, 10);
    expect(second.chances.stretch?.effects.ahead).toBeCloseTo(-ahead, 10);
  });
});

test('a passage that was not read has the chance of its words alone', async () => {
  const found = await foundAndRead(ARTICLES, '青石渡口为什么停运');
  for (const read of [
    { kind: 'unread', why: 'busy' },
    { kind: 'read', windows: [] },
  ] as const) {
    const { chances, window } = judged({ ...found, read }, 0);
    expect(window).toBeUndefined();
    const effects = { width: WORD_FACTS.length };
    expect(chances).toEqual({
      about: { probability: 0.4, effects },
      answers: { probability: 0.05, effects },
    });
  }
});

test('the calibration that comes with the code is for the facts that the code knows, and gives chances', () => {
  const { answers, about, stretch, aboutUnread } = readCalibration();
  const zeros = (names: readonly string[]) => names.map(() => 0);
  for (const { probability, effects } of [
    answers(zeros(READ_FACTS)),
    about(zeros(READ_FACTS)),
    stretch(zeros(STRETCH_FACTS)),
    aboutUnread(zeros(WORD_FACTS)),
  ]) {
    expect(probability).toBeGreaterThan(0);
    expect(probability).toBeLessThan(1);
    expect(Object.values(effects).every((effect) => effect === 0)).toBe(true);
  }
});
