import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Ledger } from '../../../lab/soak/ledger.js';
import type { CallRecord } from '../../../playground/playground.js';

const CHAT = 7;
const QUESTION = { chat: { id: CHAT, type: 'private' as const, first_name: '林' }, message_id: 1 };

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

/** Something that happens, a second after what came before it. */
type Happening = 'restart' | Partial<Pick<CallRecord, 'method' | 'payload' | 'fault'>>;

/** A call that answers the question. */
function answer(text = '2003年完工', changes: Partial<CallRecord> = {}): Happening {
  return { payload: { chat_id: CHAT, text, reply_parameters: { message_id: 1 } }, ...changes };
}

/** The ledger after a question and what happens to it. */
function ledgerAfter(happenings: readonly Happening[]): Ledger {
  const ledger = new Ledger();
  ledger.asked(QUESTION, '2003年');
  for (const happening of happenings) {
    vi.advanceTimersByTime(1_000);
    if (happening === 'restart') ledger.restarted();
    else {
      const call = { index: 0, method: 'sendMessage', payload: {}, at: Date.now(), ms: 1, ...happening };
      ledger.called({ response: { ok: true, result: true }, ...call });
    }
  }
  return ledger;
}

const REFUSED = { response: { ok: false, error_code: 502, description: 'Bad Gateway' } } as const;
const GOOD = { lost: 0, wrong: 0, twice: 0, again: 0, stray: 0 };

describe('a question', () => {
  it.each<[what: string, happenings: readonly Happening[], differs: object]>([
    ['answered once is well', [answer()], {}],
    ['without an answer is lost', [], { lost: 1 }],
    ['whose answer was refused by the server is lost', [answer('2003年', REFUSED)], { lost: 1 }],
    ['whose answer was refused and sent again is well', [answer('2003年', REFUSED), answer()], {}],
    ['met with an apology is answered wrong', [answer('抱歉，出错了')], { wrong: 1 }],
    ['answered wrong once is so for good', [answer('2013年'), 'restart', answer()], { wrong: 1, again: 1 }],
    ['answered again by the same process is answered twice', [answer(), answer()], { twice: 1 }],
    ['answered again since nobody heard of it is well', [answer('2003年', { fault: 'drop' }), answer()], {}],
    ['answered again by the next process is counted apart', [answer(), 'restart', answer()], { again: 1 }],
    ['answered by the next process is well', ['restart', answer()], {}],
    [
      'is not answered by what replies to another',
      [{ payload: { chat_id: CHAT, text: '2003年', reply_parameters: { message_id: 2 } } }],
      { lost: 1, stray: 1 },
    ],
    [
      'may be met with a word of another kind',
      [answer(), { payload: { chat_id: CHAT, text: '…' } }],
      { stray: 1 },
    ],
    ['is no matter of other chats', [answer(), { payload: { chat_id: 8, text: '…' } }], {}],
    ['is not answered by a sign of typing', [answer('2003年', { method: 'sendChatAction' })], { lost: 1 }],
  ])('%s', (_, happenings, differs) => {
    expect(ledgerAfter(happenings).balance).toMatchObject({ asked: 1, ...GOOD, ...differs });
  });
});

it('answers are as quick as the first call that gives them, though it failed', () => {
  expect(ledgerAfter([answer('2003年', REFUSED), answer()]).latency()).toEqual({ p50: 1_000, p99: 1_000 });
});

it('tells how long the answers to some of the questions took', () => {
  const ledger = ledgerAfter([answer()]);
  const later = { ...QUESTION, message_id: 2 };
  ledger.asked(later, '');
  vi.advanceTimersByTime(4_000);
  ledger.called({
    index: 1,
    method: 'sendMessage',
    payload: { chat_id: CHAT, text: '', reply_parameters: { message_id: later.message_id } },
    at: Date.now(),
    ms: 1,
    response: { ok: true, result: true },
  });
  expect(ledger.latency(0, 1)).toEqual({ p50: 1_000, p99: 1_000 });
  expect(ledger.latency(1)).toEqual({ p50: 4_000, p99: 4_000 });
});
