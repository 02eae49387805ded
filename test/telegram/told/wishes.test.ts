import { join } from 'node:path';
import type { Update, UserFromGetMe } from 'grammy/types';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { DAYS, MOST_HERE, Wishes } from '../../../src/telegram/alerts/wishes.js';
import { createBot, handleUpdate } from '../../../src/telegram/bot.js';
import { temporaryFolder } from '../support/articles.js';
import { fakeAnswerer } from '../support/fake-answerer.js';

const DAY_MS = 86_400_000;
const wish = (chat: number, question: string) => ({ chat, question, language: 'zh' as const, message: 5 });

describe('wishes', () => {
  it('are noted once a chat and question, whatever its width and spaces', () => {
    const wishes = new Wishes();
    const first = wishes.add(wish(1, '102路 末班车？'));
    expect(first.kind).toBe('noted');
    expect(wishes.add(wish(1, '１０２路  末班车？'))).toEqual({ ...first, kind: 'known' });
    expect(wishes.add(wish(2, '102路 末班车？')).kind).toBe('noted');
  });

  it('are bounded for a chat and for all chats together, and none is pushed out', () => {
    const wishes = new Wishes(undefined, Date.now, 100);
    for (let n = 0; n < 100; n++) wishes.add(wish(Math.floor(n / MOST_HERE), `第${n}问`));
    expect(wishes.add(wish(0, '又一问'))).toEqual({ kind: 'too-many-here' });
    expect(wishes.add(wish(-1, '又一问'))).toEqual({ kind: 'too-many' });
    expect(wishes.all()).toHaveLength(100);
    expect(wishes.all()[0]?.[1].question).toBe('第0问');
  });

  it('are over after ninety days', () => {
    let now = 0;
    const wishes = new Wishes(undefined, () => now);
    wishes.add(wish(1, '旧的'));
    now = DAY_MS;
    wishes.add(wish(1, '新的'));
    now = DAYS * DAY_MS + 1;
    expect(wishes.of(1).map(([, { question }]) => question)).toEqual(['新的']);
  });

  it('are ended by their own chat only', () => {
    const wishes = new Wishes();
    const noted = wishes.add(wish(1, '问'));
    const id = 'id' in noted ? noted.id : '';
    expect(wishes.end(id, 2)).toBe(false);
    expect(wishes.end(id, 1)).toBe(true);
    expect(wishes.end(id, 1)).toBe(false);
  });

  it('move with their group, where messages are numbered anew', () => {
    const wishes = new Wishes();
    wishes.add({ ...wish(1, '问'), thread: 3 });
    wishes.moveChat(1, 2);
    expect(wishes.of(1)).toEqual([]);
    expect(wishes.of(2).map(([, one]) => one)).toEqual([
      { chat: 2, question: '问', language: 'zh', when: expect.any(Number) },
    ]);
    expect(wishes.add(wish(2, '问')).kind).toBe('known');
  });

  it('keep no more of a question than anybody asks', () => {
    const wishes = new Wishes();
    wishes.add(wish(1, '问'.repeat(4_096)));
    expect(wishes.of(1)[0]?.[1].question).toHaveLength(500);
  });

  it('come back from disk, less what is none', async () => {
    const path = join(await temporaryFolder(), 'alerts.jsonl');
    const wishes = await Wishes.open(path);
    wishes.add({ ...wish(1, '问'), thread: 3 });
    wishes.noteAsked('v7');
    await wishes.settled();
    const again = await Wishes.open(path);
    expect(again.of(1)).toEqual(wishes.of(1));
    expect(again.askedFor).toBe('v7');
  });
});

describe('a script that taps a thousand times', () => {
  const ME = { id: 700, is_bot: true, first_name: '剪报', username: 'jianbao_bot' } as UserFromGetMe;
  const FROM = { id: 1, is_bot: false, first_name: '林' };
  const CHAT = { id: 1, type: 'private' as const, first_name: '林' };

  it('gets twenty wishes, an answer each time, and no question asked of the collection', async () => {
    const wishes = new Wishes();
    let asked = 0;
    const answerer = fakeAnswerer(() => {
      asked++;
      return { status: 'refused', reason: 'no-evidence', missing: [], results: [] };
    });
    const log = pino({ enabled: false });
    const options = { token: '700:secret-secret', apiRoot: 'http://127.0.0.1:9' };
    const { bot } = createBot({ ...options, me: ME, answerer, log, wishes });
    let told = 0;
    bot.api.config.use(async (_, method) => {
      if (method === 'answerCallbackQuery') told++;
      return { ok: true, result: true } as never;
    });
    for (let n = 0; n < 1_000; n++) {
      const original = { message_id: n, date: 1, chat: CHAT, from: FROM, text: `第${n}问` };
      const refusal = { ...original, message_id: 5_000 + n, from: ME, reply_to_message: original };
      const query = { id: `${n}`, from: FROM, chat_instance: 'c', data: 'k', message: refusal };
      await handleUpdate(bot, { update_id: n, callback_query: query } as unknown as Update);
    }
    expect([wishes.all().length, told, asked]).toEqual([MOST_HERE, 1_000, 0]);
  });
});
