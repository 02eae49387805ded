import { setTimeout as pause } from 'node:timers/promises';
import type { User } from 'grammy/types';
import { beforeEach, describe, expect, it } from 'vitest';
import { PAUSE_MS } from '../../src/telegram/updates/typing.js';
import { clipping, PASSAGE } from './support/fake-answerer.js';
import { useServedBot } from './support/served-bot.js';

/** Seven passages, so that there is a second batch. */
const IDS = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'];
const bot = useServedBot(Object.fromEntries(IDS.map((id) => [id, PASSAGE])));
const RESULTS = IDS.map((id) => clipping('旧馆每逢雨季', { citation: { ...clipping('').citation, id } }));
/** Well within the pause, so that the next query comes before it is over, and in another poll. */
const KEYSTROKE_MS = PAUSE_MS / 10;
let lin: User;

beforeEach(async () => {
  lin = bot.playground.addUser({ first_name: '林', language_code: 'zh-hans' });
  bot.answers((_, { top = 3 } = {}) => ({ status: 'answered', results: RESULTS.slice(0, top) }));
  // The first exchange of a process takes longer than a pause may last. Somebody else’s, as it is cached for them.
  await bot.playground.typeInline(bot.playground.addUser({ first_name: '钱' }), '');
});

/** Types queries one after the other without waiting for answers, and gives what came of the last. */
async function typeOn(user: User, queries: readonly string[]) {
  let last: ReturnType<typeof bot.playground.typeInline> | undefined;
  for (const query of queries) {
    if (last) await pause(KEYSTROKE_MS);
    last = bot.playground.typeInline(user, query);
  }
  return last;
}

function askedFor(): string[] {
  return bot.asked.map(({ question }) => question.text);
}

/** How many inline queries were answered since the server began; a call counts a moment after its results are there. */
function answersGiven(): number {
  return bot.playground.calls.filter(({ method }) => method === 'answerInlineQuery').length;
}

describe('while somebody types', () => {
  it('only the query that stands after the pause is searched for and read', async () => {
    await pause(KEYSTROKE_MS);
    const before = answersGiven();
    const outcome = await typeOn(lin, ['馆', '馆长', '馆长是', '馆长是谁']);
    expect(outcome).toMatchObject({ status: 'answered' });
    // Reading is what happens by default: nothing was asked for the others, neither with it nor without.
    expect(askedFor()).toEqual(['馆长是谁']);
    expect(bot.asked[0]?.options?.read ?? true).toBe(true);
    await pause(PAUSE_MS);
    expect(answersGiven() - before).toBe(1);
  });

  it('what is deleted again costs nothing', async () => {
    const outcome = await typeOn(lin, ['馆长', '']);
    expect(outcome).toMatchObject({ button: { text: expect.stringContaining('输入问题') } });
    await pause(PAUSE_MS * 1.5);
    expect(askedFor()).toEqual([]);
  });

  it('one person’s query does not hold back another’s', async () => {
    const wu = bot.playground.addUser({ first_name: '吴', language_code: 'zh-hans' });
    await Promise.all([typeOn(lin, ['雨', '雨季']), typeOn(wu, ['漏', '漏水'])]);
    expect(askedFor().sort()).toEqual(['漏水', '雨季']);
  });
});

describe('what waits for no pause', () => {
  /** Whether it is answered before what somebody else began to type earlier. */
  async function overtakes(answered: () => Promise<unknown>): Promise<boolean> {
    const wu = bot.playground.addUser({ first_name: '吴' });
    const typed = bot.playground.typeInline(wu, '雨季').then(() => false);
    return Promise.race([typed, answered().then(() => true)]);
  }

  it('is a field that is still empty', async () => {
    const zhao = bot.playground.addUser({ first_name: '赵' });
    expect(await overtakes(() => bot.playground.typeInline(zhao, ''))).toBe(true);
  });

  it('is scrolling on', async () => {
    const query = '旧馆怎么了';
    const first = await bot.playground.typeInline(lin, query);
    if (first.status !== 'answered') throw new Error('not answered');
    expect(first.nextOffset).not.toBe('');
    const second = () => bot.playground.typeInline(lin, query, { offset: first.nextOffset });
    expect(await overtakes(second)).toBe(true);
    expect(await second()).toMatchObject({ results: [{ id: 'p7' }], nextOffset: '' });
  });
});

describe('a further batch', () => {
  it.each([1, 2])('ends the list when answer %i behind it is no longer an answer', async (which) => {
    const query = `漏水的旧馆${which}`;
    const first = await bot.playground.typeInline(lin, query);
    if (first.status !== 'answered') throw new Error('not answered');
    let answers = 0;
    bot.answers((_, { top = 3 } = {}) => {
      answers++;
      const status = answers < which ? 'answered' : 'possible';
      return { status, results: RESULTS.slice(0, top) };
    });
    const second = await bot.playground.typeInline(lin, query, { offset: first.nextOffset });
    expect(second).toMatchObject({ status: 'answered', results: [], nextOffset: '' });
  });
});
