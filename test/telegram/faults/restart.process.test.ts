import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from 'grammy/types';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../../playground/playground.js';
import { temporaryFolder } from '../support/articles.js';
import { type BotProcess, build, startBot } from '../support/bot-process.js';

let playground: Playground;
let bot: BotProcess;
let settings: Record<string, string>;

beforeAll(build);

beforeEach(async () => {
  playground = await startPlayground({ waitTimeoutMs: 40_000 });
  settings = { DATA_DIR: await temporaryFolder(), READER: 'off' };
  bot = await startBot(playground, settings);
});

afterEach(async () => {
  bot.kill('SIGKILL');
  await bot.ended;
  await playground.close();
});

/** How often each of these questions was answered. */
function answers(questions: readonly Message[]): number[] {
  return questions.map(
    ({ chat, message_id }) =>
      playground
        .messages(chat)
        .filter(({ reply_to_message: question }) => question?.message_id === message_id).length,
  );
}

/** What a file of DATA_DIR holds, by how its name begins. */
function kept(beginning: string): string {
  const folder = settings.DATA_DIR as string;
  const [name] = readdirSync(folder).filter((file) => file.startsWith(beginning));
  return name === undefined ? '' : readFileSync(join(folder, name), 'utf8');
}

/** How many updates the bot has noted as settled, of those that came since it started. */
function noted(): number {
  const lines = kept('settled-updates').split('\n').slice(0, -1);
  const entries = lines.map((line) => JSON.parse(line) as { readonly key: string; readonly value?: true });
  return new Set(entries.filter(({ value }) => value).map(({ key }) => key)).size;
}

/** A question by each of so many people, all at once. */
function ask(people: number): Message[] {
  return Array.from({ length: people }, () => {
    const person = playground.addUser();
    return playground.say(person, person, '102路公交车末班车几点？');
  });
}

/** A question by each of so many people whose chats may not be written to for so many seconds. */
function askHeldUp(people: number, retryAfter: number): Message[] {
  return Array.from({ length: people }, () => {
    const person = playground.addUser();
    playground.fail({ kind: 'flood', retryAfter }, { chat: person.id });
    return playground.say(person, person, '102路公交车末班车几点？');
  });
}

/** Resolves when each has an answer. */
async function allAnswered(questions: readonly Message[]): Promise<void> {
  await Promise.all(questions.map((question) => playground.nextMessage(question.chat, { after: question })));
}

/** Resolves when so many answers have been sent. */
async function answersSent(count: number): Promise<void> {
  let sent = 0;
  await playground.waitForCall(({ method }) => method === 'sendMessage' && ++sent >= count, { after: 0 });
}

describe('a process that is killed', () => {
  it('loses no question, and answers none again that it has noted', async () => {
    const questions = ask(150);
    await answersSent(40);
    bot.kill('SIGKILL');
    await bot.ended;
    expect(answers(questions)).toContain(0);
    // Up to a hundred are sent at the same time, and a machine that has much else to do hears late that they were.
    const unknown = questions.length - noted();
    bot = await startBot(playground, settings);
    await allAnswered(questions);
    await bot.stop();
    const after = answers(questions);
    expect(after).not.toContain(0);
    expect(after.filter((times) => times > 1).length).toBeLessThanOrEqual(unknown);
    expect(Math.max(...after)).toBeLessThanOrEqual(2);
  });

  it('answers each once where it has heard of all that were answered', async () => {
    const questions = ask(150);
    await answersSent(40);
    playground.fail({ kind: 'hang' }, { method: 'sendMessage', times: 1_000 });
    const answered = (): number => answers(questions).filter((times) => times > 0).length;
    await expect.poll(() => answered() - noted(), { timeout: 30_000 }).toBe(0);
    expect(answered()).toBeLessThan(questions.length);
    bot.kill('SIGKILL');
    await bot.ended;
    playground.recover();
    bot = await startBot(playground, settings);
    await allAnswered(questions);
    await bot.stop();
    expect(new Set(answers(questions))).toEqual(new Set([1]));
  });

  it('answers again only what was not answered, though the first question was held up', async () => {
    const [held] = ask(1) as [Message];
    playground.fail({ kind: 'flood', retryAfter: 300 }, { chat: held.chat.id });
    await playground.waitForCall(({ fault }) => fault === 'flood', { after: 0 });
    const questions = ask(50);
    await allAnswered(questions);
    // An answer is in the chat before the bot hears that it is.
    await expect.poll(noted, { timeout: 30_000 }).toBeGreaterThanOrEqual(questions.length);
    bot.kill('SIGKILL');
    await bot.ended;
    bot = await startBot(playground, settings);
    await allAnswered([held]);
    await bot.stop();
    expect(answers(questions).filter((times) => times > 1).length).toBeLessThanOrEqual(1);
  });
});

describe('more chats that are held up than a poll brings updates', () => {
  it('keep nobody else waiting, and lose no question when the process is killed', async () => {
    const held = askHeldUp(130, 300);
    const [other] = ask(1) as [Message];
    await allAnswered([other]);
    expect(answers(held).filter((times) => times > 0)).toEqual([]);
    // An answer is in the chat before the bot hears that it is.
    await expect.poll(noted).toBeGreaterThan(0);
    bot.kill('SIGKILL');
    await bot.ended;
    playground.recover();
    bot = await startBot(playground, settings);
    await allAnswered(held);
    await bot.stop();
    expect(new Set(answers(held))).toEqual(new Set([1]));
    expect(answers([other])).toEqual([1]);
    expect(kept('waiting-updates')).toBe('');
  });
});

describe('a stop', () => {
  it.each(['hang', 'drip'] as const)('takes less than 5 s, though the server does %s', async (kind) => {
    playground.fail({ kind }, { method: 'sendMessage', times: 100 });
    const questions = ask(3);
    await playground.waitForCall(({ fault, method }) => fault === kind && method === 'sendMessage', {
      after: 0,
    });
    playground.fail({ kind }, { method: 'getUpdates', times: 100 });
    const begun = performance.now();
    expect(await bot.stop()).toMatchObject({ code: 0 });
    expect(performance.now() - begun).toBeLessThan(5_000);
    playground.recover();
    bot = await startBot(playground, settings);
    await allAnswered(questions);
  });
});
