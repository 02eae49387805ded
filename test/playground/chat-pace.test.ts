import { describe, expect, it } from 'vitest';
import { ChatPace, type ChatPaceOptions } from '../../playground/limits/chat-pace.js';

/** What became of messages to a chat at these milliseconds: `sent`, or the seconds to wait. */
function sent(options: ChatPaceOptions | undefined, chat: number, times: readonly number[]) {
  let now = 0;
  const pace = new ChatPace(options, () => now);
  return times.map((at) => {
    now = at;
    try {
      pace.check('sendMessage', chat);
      return 'sent';
    } catch (error) {
      return (error as { parameters: { retry_after: number } }).parameters.retry_after;
    }
  });
}

const TELEGRAM = { messageMs: 1_000, groupPerMinute: 3 };

describe('how fast a chat may be written to', () => {
  it.each<
    [what: string, options: ChatPaceOptions | undefined, chat: number, times: number[], outcomes: unknown[]]
  >([
    ['a message a second', TELEGRAM, 1, [0, 500, 1_000, 1_999, 2_000], ['sent', 1, 'sent', 1, 'sent']],
    [
      'so many a minute in a group',
      TELEGRAM,
      -1,
      [0, 1_000, 2_000, 3_000, 60_000],
      ['sent', 'sent', 'sent', 57, 'sent'],
    ],
    [
      'any number a minute elsewhere',
      TELEGRAM,
      1,
      [0, 1_000, 2_000, 3_000],
      ['sent', 'sent', 'sent', 'sent'],
    ],
    ['as fast as one likes', undefined, 1, [0, 0, 0], ['sent', 'sent', 'sent']],
  ])('%s', (_, options, chat, times, outcomes) => {
    expect(sent(options, chat, times)).toEqual(outcomes);
  });

  it('is each chat’s own affair, and that of messages', () => {
    const pace = new ChatPace(TELEGRAM, () => 0);
    pace.check('sendMessage', 1);
    pace.check('sendMessage', 2);
    pace.check('getChat', 1);
    pace.check('sendChatAction', 1);
    expect(() => pace.check('editMessageText', 1)).toThrow('Too Many Requests: retry after 1');
  });
});
