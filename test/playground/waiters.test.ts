import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Playground, startPlayground, WaitTimeoutError } from '../../playground/playground.js';
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

describe('waiting', () => {
  it('gives calls that have come since the last action, and those to come', async () => {
    await send('before');
    playground.say(user, user, 'act');
    const coming = playground.waitForCall('sendMessage');
    await send('after');
    expect((await coming).payload).toMatchObject({ text: 'after' });
    expect((await playground.waitForCall('sendMessage')).payload).toMatchObject({ text: 'after' });
    expect((await playground.waitForCall('sendMessage', { after: 0 })).payload).toMatchObject({
      text: 'before',
    });
    expect((await playground.waitForCall(({ payload }) => payload.text === 'after')).index).toBe(1);
  });

  it("gives the bot's next message", async () => {
    playground.say(user, user, 'act');
    const coming = playground.nextMessage(user);
    await send('answer');
    expect((await coming).text).toBe('answer');
    await send('second');
    expect((await playground.nextMessage(user, { after: await coming })).text).toBe('second');
  });

  it('ends with an error that tells what came instead', async () => {
    playground.say(user, user, 'act');
    await send('');
    const waiting = playground.waitForCall('editMessageText', { timeoutMs: 1 });
    await expect(waiting).rejects.toThrow(WaitTimeoutError);
    await expect(waiting).rejects.toThrow(
      'No call of editMessageText within 1 ms. Calls meanwhile: sendMessage (400 Bad Request: message text is empty).',
    );
  });

  it('for a poll ends when the bot polls, or with an error', async () => {
    const impatient = await startPlayground({ waitTimeoutMs: 1 });
    await expect(impatient.waitForPoll()).rejects.toThrow('No long poll within 1 ms');
    await impatient.close();
    await accepted(playground, 'deleteWebhook', { drop_pending_updates: true });
    const polling = call(playground, 'getUpdates', { timeout: 30 });
    await playground.waitForPoll();
    playground.say(user, user, 'hello');
    expect(await polling).toMatchObject({ ok: true });
  });

  it('ends when the playground is closed', async () => {
    const closing = await startPlayground();
    const waiting = closing.waitForCall('sendMessage');
    await Promise.all([expect(waiting).rejects.toThrow('The playground was closed.'), closing.close()]);
  });
});
