import type { User } from 'grammy/types';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../playground/playground.js';
import { type BotProcess, build, startBot } from './support/bot-process.js';

const QUESTION = '102路公交车末班车几点？';
let playground: Playground;
let bot: BotProcess;
let lin: User;

beforeAll(async () => {
  build();
  playground = await startPlayground();
  bot = await startBot(playground, { LOG_LEVEL: 'debug' });
});

beforeEach(() => {
  lin = playground.addUser({ first_name: '林', language_code: 'zh-hans' });
});

afterAll(async () => {
  bot.kill('SIGKILL');
  await bot.ended;
  await playground.close();
});

/** After a test that ended the bot: the next one. */
async function restart(): Promise<void> {
  await bot.ended;
  bot = await startBot(playground, { LOG_LEVEL: 'debug' });
}

/** The bot's messages to a person, as they stand now. */
function heard(user: User) {
  return playground.messages(user).filter(({ from }) => from?.id === playground.bot.id);
}

describe('answers in spite of', () => {
  it.each([
    ['a flood limit', { kind: 'flood', retryAfter: 1 }],
    ['a server in trouble', { kind: 'error', code: 502, description: 'Bad Gateway' }],
    ['a connection that is cut', { kind: 'drop' }],
  ] as const)('%s while sending', async (_, fault) => {
    playground.fail(fault, { method: 'sendMessage' });
    playground.say(lin, lin, QUESTION);
    expect((await playground.nextMessage(lin)).text).toContain('十点半');
    expect(heard(lin)).toHaveLength(1);
  });

  it.each([
    ['a flood limit', { kind: 'flood', retryAfter: 1 }],
    ['a server in trouble', { kind: 'error', code: 500 }],
    ['a connection that is cut', { kind: 'drop' }],
  ] as const)('%s while polling', async (_, fault) => {
    playground.fail(fault, { method: 'getUpdates', times: 2 });
    playground.say(lin, lin, '你好');
    await playground.nextMessage(lin);
    playground.say(lin, lin, QUESTION);
    expect((await playground.nextMessage(lin)).text).toContain('十点半');
    await bot.logged('polling failed, will try again');
  });

  it('an update that comes twice, and only once', async () => {
    playground.duplicateUpdates(2);
    playground.say(lin, lin, QUESTION);
    await playground.nextMessage(lin);
    const last = playground.say(lin, lin, '你好');
    const answer = await playground.nextMessage(lin);
    expect(answer.reply_to_message?.message_id).toBe(last.message_id);
    expect(heard(lin)).toHaveLength(2);
  });

  it('a message that the server refuses: the next is answered', async () => {
    playground.fail(
      { kind: 'error', code: 403, description: 'Forbidden: bot was blocked by the user' },
      { method: 'sendMessage' },
    );
    playground.say(lin, lin, QUESTION);
    await playground.waitForCall('sendMessage');
    playground.say(lin, lin, QUESTION);
    expect((await playground.nextMessage(lin)).text).toContain('十点半');
    await bot.logged('Forbidden: bot was blocked by the user');
  });
});

/** Whose answer comes first, which must not be the one that is held up; of two calls at once either may be that one. */
async function firstAnswered(one: User, other: User): Promise<{ quick: User; slow: User }> {
  const call = await playground.waitForCall('sendMessage');
  expect(call.fault).toBeUndefined();
  return call.payload.chat_id === one.id ? { quick: one, slow: other } : { quick: other, slow: one };
}

describe('many people at once', () => {
  it('wait for nobody but themselves', async () => {
    const wu = playground.addUser({ first_name: '吴' });
    playground.fail({ kind: 'slow', ms: 1_500 }, { method: 'sendMessage' });
    playground.say(lin, lin, QUESTION);
    playground.say(wu, wu, QUESTION);
    const { quick, slow } = await firstAnswered(lin, wu);
    expect(heard(quick)).toHaveLength(1);
    expect(heard(slow)).toEqual([]);
    await playground.nextMessage(slow);
  });
});

describe('stopping', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'on %s finishes what is under way and leaves in good order',
    async (signal) => {
      const wu = playground.addUser({ first_name: '吴' });
      playground.fail({ kind: 'slow', ms: 1_000 }, { method: 'sendMessage' });
      playground.say(lin, lin, QUESTION);
      playground.say(wu, wu, QUESTION);
      // When one question has its answer, the other's is under way.
      const { slow } = await firstAnswered(lin, wu);
      expect(heard(slow)).toEqual([]);
      bot.kill(signal);
      expect(await bot.ended).toMatchObject({ code: 0, stdout: '' });
      expect(heard(slow)).toHaveLength(1);
      await restart();
    },
  );

  it('leaves nothing to be answered again by the next start', async () => {
    playground.say(lin, lin, QUESTION);
    await playground.nextMessage(lin);
    await bot.stop();
    await restart();
    const hello = playground.say(lin, lin, '你好');
    const answer = await playground.nextMessage(lin);
    expect(answer.reply_to_message?.message_id).toBe(hello.message_id);
    expect(heard(lin)).toHaveLength(2);
  });

  it('answers after the next start what was said meanwhile', async () => {
    await bot.stop();
    playground.say(lin, lin, QUESTION);
    await restart();
    expect((await playground.nextMessage(lin)).text).toContain('十点半');
  });
});

describe('a second poller', () => {
  it('that goes again is waited out', async () => {
    playground.fail({ kind: 'conflict' }, { method: 'getUpdates', times: 2 });
    playground.say(lin, lin, '你好');
    await playground.nextMessage(lin);
    await bot.logged('polling failed, will try again');
    playground.say(lin, lin, QUESTION);
    expect((await playground.nextMessage(lin)).text).toContain('十点半');
  });
});

describe('the log', () => {
  it('holds neither the token nor what people say', async () => {
    playground.fail({ kind: 'drop' }, { method: 'getUpdates' });
    playground.say(lin, lin, QUESTION);
    await playground.nextMessage(lin);
    playground.fail({ kind: 'error', code: 400, description: 'Bad Request' }, { method: 'sendMessage' });
    playground.say(lin, lin, QUESTION);
    await bot.logged('a call failed');
    const { stderr } = await bot.stop();
    expect(stderr).not.toContain(playground.token);
    expect(stderr).not.toMatch(/公交|末班车/);
  });
});
