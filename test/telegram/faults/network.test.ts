import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { type Fault, startPlayground } from '../../../playground/playground.js';
import { identify } from '../../../src/telegram/identify.js';
import { serve } from '../../../src/telegram/serve.js';
import { fakeAnswerer } from '../support/fake-answerer.js';
import { useServedBot } from '../support/served-bot.js';

/** The rhythm of polling, many times as fast as in use. */
const bot = useServedBot(
  {},
  {},
  { pollTimes: { holdMs: 400, answerMs: 300, firstDelayMs: 20, longestDelayMs: 100, longestRetryMs: 100 } },
);

describe('polling goes on, three times over, after', () => {
  it.each<[what: string, fault: Fault]>([
    ['a connection that is taken and says nothing', { kind: 'hang' }],
    ['an answer that never ends', { kind: 'drip' }],
    ['a connection that is reset', { kind: 'reset' }],
    ['a connection that is closed', { kind: 'drop' }],
    ['a page of HTML', { kind: 'html' }],
    ['a server in trouble', { kind: 'error', code: 502, description: 'Bad Gateway' }],
    ['a flood limit of an hour', { kind: 'flood', retryAfter: 3_600 }],
    ['a conflict', { kind: 'conflict' }],
  ])('%s', async (_, fault) => {
    const { playground } = bot;
    const lin = playground.addUser({ first_name: '林' });
    playground.fail(fault, { method: 'getUpdates', times: 3 });
    await playground.waitForCall(({ fault: hit }) => hit === fault.kind);
    playground.say(lin, lin, '你好');
    await playground.nextMessage(lin);
  });
});

describe('a poll that brings what is under way', () => {
  it('is not made in a circle', async () => {
    const { playground } = bot;
    const lin = playground.addUser({ first_name: '林' });
    const before = playground.calls.length;
    playground.fail({ kind: 'slow', ms: 1_500 }, { method: 'sendMessage' });
    playground.say(lin, lin, '你好');
    await playground.nextMessage(lin);
    const polls = playground.calls.slice(before).filter(({ method }) => method === 'getUpdates');
    expect(polls.length).toBeLessThanOrEqual(6);
  });
});

describe('a conflict that stays', () => {
  it('ends polling with a word on the remedy', async () => {
    const playground = await startPlayground();
    const { token, apiRoot } = playground;
    playground.fail({ kind: 'conflict' }, { times: 1_000 });
    const serving = await serve({
      token,
      apiRoot,
      me: await identify(token, { apiRoot }),
      answerer: fakeAnswerer(() => ({ status: 'refused', reason: 'no-evidence', missing: [], results: [] })),
      log: pino({ enabled: false }),
      pollTimes: { firstDelayMs: 5, longestDelayMs: 20, conflictMs: 200 },
    });
    await expect(serving.done).rejects.toThrow(
      /Somebody else receives this bot’s updates \(409[\s\S]*\/revoke/,
    );
    await serving.stop();
    await playground.close();
  });
});
