import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Fault, type Playground, startPlayground } from '../../playground/playground.js';
import { accepted, call } from './support/api.js';

let playground: Playground;
let user: number;

beforeEach(async () => {
  playground = await startPlayground();
  user = playground.addUser().id;
  playground.start(user);
});
afterEach(() => playground.close());

const send = (text: string) => call(playground, 'sendMessage', { chat_id: user, text });

describe('faults on demand', () => {
  it.each<[fault: Fault, response: object]>([
    [
      { kind: 'flood', retryAfter: 3 },
      { error_code: 429, description: 'Too Many Requests: retry after 3', parameters: { retry_after: 3 } },
    ],
    [
      { kind: 'error', code: 502, description: 'Bad Gateway' },
      { error_code: 502, description: 'Bad Gateway' },
    ],
    [
      { kind: 'error', code: 500 },
      { error_code: 500, description: 'Internal Server Error' },
    ],
  ])('%o', async (fault, response) => {
    playground.fail(fault);
    expect(await send('hit')).toEqual({ ok: false, ...response });
    expect(await send('spared')).toMatchObject({ ok: true });
    expect(playground.messages(user).map(({ text }) => text)).toEqual(['/start', 'spared']);
    expect(playground.calls.map(({ fault: hit }) => hit)).toEqual([fault.kind, undefined]);
  });

  it('409 hits polls', async () => {
    playground.fail({ kind: 'conflict' });
    await accepted(playground, 'getMe');
    expect(await call(playground, 'getUpdates')).toMatchObject({ error_code: 409 });
  });

  it('a dropped connection, before the call and after it', async () => {
    playground.fail({ kind: 'drop' });
    await expect(send('lost')).rejects.toThrow('fetch failed');
    playground.fail({ kind: 'drop', after: true });
    await expect(send('done')).rejects.toThrow('fetch failed');
    expect(playground.messages(user).map(({ text }) => text)).toEqual(['/start', 'done']);
  });

  it.each(['reset', 'drop'] as const)('a connection that meets %s', async (kind) => {
    playground.fail({ kind });
    await expect(send('lost')).rejects.toThrow('fetch failed');
    expect(await send('spared')).toMatchObject({ ok: true });
  });

  it.each(['hang', 'drip'] as const)('an answer that does %s never comes', async (kind) => {
    playground.fail({ kind });
    const url = `${playground.apiRoot}/bot${playground.token}/getMe`;
    const asked = fetch(url, { signal: AbortSignal.timeout(300) }).then((response) => response.json());
    await expect(asked).rejects.toThrow();
    expect(playground.calls.at(-1)?.fault).toBe(kind);
  });

  it('a page of HTML in place of JSON', async () => {
    playground.fail({ kind: 'html' });
    const response = await fetch(`${playground.apiRoot}/bot${playground.token}/getMe`);
    expect([response.status, await response.text()]).toEqual([502, expect.stringContaining('<html>')]);
  });

  it('hit the named chat only', async () => {
    playground.fail({ kind: 'error', code: 500 }, { chat: user });
    await accepted(playground, 'getMe');
    expect([await send('1'), await send('2')].map(({ ok }) => ok)).toEqual([false, true]);
  });

  it('are forgotten when all is well again', async () => {
    playground.fail({ kind: 'error', code: 500 }, { times: 9 });
    playground.recover();
    await accepted(playground, 'getMe');
  });

  it('a slow answer comes all the same', async () => {
    playground.fail({ kind: 'slow', ms: 20 });
    expect(await send('slow')).toMatchObject({ ok: true });
    // Timers may be a millisecond early by the clock.
    expect(playground.calls.at(-1)?.ms).toBeGreaterThanOrEqual(19);
  });

  it('hit the named method, as often as asked for', async () => {
    playground.fail({ kind: 'error', code: 500 }, { method: 'sendMessage', times: 2 });
    await accepted(playground, 'getMe');
    expect([await send('1'), await send('2'), await send('3')].map(({ ok }) => ok)).toEqual([
      false,
      false,
      true,
    ]);
  });
});
