import { HttpError } from 'grammy';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CALL_TIMES, repeated } from '../../../src/telegram/calls/repeated.js';
import { workOn } from '../../../src/telegram/updates/work.js';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

type Reply = object | Error | 'silence';
const OK: Reply = { ok: true, result: true };
const GONE = broken('ECONNRESET');
const UNREACHED = broken('ENOTFOUND');

/** A connection that broke, as node-fetch tells of it. */
function broken(code: string): HttpError {
  return new HttpError('network error', Object.assign(new Error('request failed'), { code }));
}

function refused(error_code: number, parameters: object = {}): Reply {
  return { ok: false, error_code, description: 'refused', parameters };
}
const flood = (retry_after: number): Reply => refused(429, { retry_after });

/** A server that replies so to each call in turn, and to all further ones as to the last; with when each came, in seconds. */
function server(...replies: Reply[]) {
  const came: { readonly method: string; readonly chat: unknown; readonly at: number }[] = [];
  const transformer = repeated();
  const call = (method: string, payload: object) =>
    transformer(
      (async (called: string, { chat_id: chat }: { chat_id?: number }) => {
        came.push({ method: called, chat, at: Math.round(performance.now() / 1000) });
        const reply = replies[Math.min(came.length, replies.length) - 1];
        if (reply === 'silence') return new Promise(() => {});
        if (reply instanceof Error) throw reply;
        return reply;
      }) as never,
      method as never,
      payload as never,
      undefined,
    ) as Promise<{ readonly ok: boolean }>;
  const begun = performance.now();
  return { came, call, seconds: () => came.map(({ at }) => at - Math.round(begun / 1000)) };
}

const MESSAGE = { chat_id: 1, text: 'answer' };

describe('a message that meets', () => {
  it.each<[what: string, replies: Reply[], seconds: number[]]>([
    ['nothing in its way is sent once', [OK], [0]],
    ['a flood limit is sent when it ends', [flood(3), OK], [0, 3]],
    ['a long flood limit is sent all the same', [flood(120), OK], [0, 120]],
    ['one flood limit after the other is sent after the last', [flood(30), flood(40), OK], [0, 30, 70]],
    [
      'a server in trouble is sent again, at growing distances',
      [refused(502), refused(500), GONE, OK],
      [0, 1, 3, 7],
    ],
    ['a connection that says nothing is sent again', ['silence', OK], [0, CALL_TIMES.tryMs / 1000 + 1]],
    ['a refusal is not sent again', [refused(403), OK], [0]],
    ['a flood limit that lasts too long is given up', [flood(3_600), OK], [0]],
  ])('%s', async (_, replies, expected) => {
    const { call, seconds } = server(...replies);
    const sent = call('sendMessage', MESSAGE).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(CALL_TIMES.messageMs);
    await sent;
    expect(seconds()).toEqual(expected);
  });

  it.each<[what: string, replies: Reply[]]>([
    ['a server that says nothing', ['silence']],
    ['a server in trouble', [refused(502)]],
    ['a long flood limit', [flood(500), OK]],
  ])('%s holds its turn for the first try alone', async (_, replies) => {
    const { call } = server(...replies);
    let [heldMs, since] = [0, performance.now()];
    const rest = () => {
      heldMs += performance.now() - since;
    };
    const resume = () => {
      since = performance.now();
    };
    const sent = workOn({ rest, resume }, () => call('sendMessage', MESSAGE)).catch(() => {});
    await vi.advanceTimersByTimeAsync(2 * CALL_TIMES.messageMs);
    await sent;
    expect(heldMs).toBeLessThanOrEqual(CALL_TIMES.tryMs);
  });

  it('an outage is given up when nobody waits for it any more', async () => {
    const { call, seconds } = server(GONE);
    const sent = call('sendMessage', MESSAGE).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(2 * CALL_TIMES.messageMs);
    expect(await sent).toBe(GONE);
    expect(Math.max(...seconds())).toBeLessThanOrEqual(CALL_TIMES.messageMs / 1000);
  });
});

describe('an outage in which no connection comes about', () => {
  const hour = 3_600_000;

  it('is waited out by a message for a day, as none of the tries can have been delivered', async () => {
    const { call } = server(UNREACHED);
    const sent = call('sendMessage', MESSAGE).catch((error: unknown) => error);
    let ended = false;
    void sent.then(() => {
      ended = true;
    });
    await vi.advanceTimersByTimeAsync(23 * hour);
    expect(ended).toBe(false);
    await vi.advanceTimersByTimeAsync(2 * hour);
    expect(await sent).toBe(UNREACHED);
  });

  it('leaves as much time as ever for what fails after it', async () => {
    const tries = 20 + CALL_TIMES.messageMs / CALL_TIMES.longestDelayMs;
    const { call, came } = server(...Array<Reply>(tries).fill(UNREACHED), GONE, GONE, OK);
    const sent = call('sendMessage', MESSAGE);
    await vi.advanceTimersByTimeAsync(2 * hour);
    expect(await sent).toEqual(OK);
    expect(came).toHaveLength(tries + 3);
  });
});

describe('a chat at its limit', () => {
  it('is not written to before it ends, and holds up no other', async () => {
    const { call, came } = server(flood(60), OK);
    const all = [call('sendMessage', MESSAGE)];
    await vi.advanceTimersByTimeAsync(1_000);
    all.push(call('editMessageText', MESSAGE), call('sendMessage', { ...MESSAGE, chat_id: 2 }));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(came.map(({ chat }) => chat)).toEqual([1, 2]);
    await vi.advanceTimersByTimeAsync(60_000);
    await Promise.all(all);
    expect(came.map(({ chat }) => chat)).toEqual([1, 2, 1, 1]);
  });
});

describe('a call that nobody can wait for long', () => {
  it.each([
    ['answerInlineQuery', 'once', 1],
    ['answerCallbackQuery', 'for half a minute', 6],
  ])('%s is tried %s', async (method, _, tries) => {
    const { call, came } = server(GONE);
    const ended = call(method, {}).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(CALL_TIMES.messageMs);
    expect(await ended).toBe(GONE);
    expect(came.length).toBeLessThanOrEqual(tries);
  });
});
