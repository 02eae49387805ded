import type { Update, UserFromGetMe } from 'grammy/types';
import { pino } from 'pino';
import type { Answer, Answerer, Clipping } from '../../../src/answering/answer.js';
import { createBot, handleUpdate } from '../../../src/telegram/bot.js';

const ME = {
  id: 700,
  is_bot: true,
  first_name: '剪报',
  username: 'jianbao_bot',
  supports_inline_queries: true,
} as UserFromGetMe;
export const LIN = { id: 1, is_bot: false, first_name: '林', language_code: 'zh-hans' };
export const QUESTION = '图书馆为什么搬家？';

/** A bot with this answerer: what it calls when it is given an update, and what it logs. */
export function harness(answerer: Answerer, adminIds: ReadonlySet<number> = new Set()) {
  const calls: { readonly method: string; readonly payload: Record<string, unknown> }[] = [];
  const log: string[] = [];
  const { bot } = createBot({
    token: '700:secret-secret',
    apiRoot: 'http://127.0.0.1:9',
    adminIds,
    me: ME,
    answerer,
    log: pino({ level: 'trace' }, { write: (line: string) => void log.push(line) }),
  });
  bot.api.config.use(async (_, method, payload) => {
    calls.push({ method, payload: payload as Record<string, unknown> });
    return { ok: true, result: { message_id: 99, chat: { id: 1, type: 'private' }, date: 1 } } as never;
  });
  let given = 0;
  const give = (update: Omit<Update, 'update_id'>) => handleUpdate(bot, { update_id: ++given, ...update });
  const said = (text: string) => ({
    message_id: 5,
    date: 1,
    chat: { id: 1, type: 'private' as const, first_name: '林' },
    from: LIN,
    text,
  });
  return {
    calls,
    log,
    give,
    say: (text: string) => give({ message: said(text) }),
    press: (data: string) =>
      give({
        callback_query: {
          id: 'q',
          from: LIN,
          chat_instance: 'c',
          data,
          message: { ...said('…'), message_id: 6, from: ME, reply_to_message: said(QUESTION) },
        } as unknown as NonNullable<Update['callback_query']>,
      }),
  };
}

export function answered(...results: Clipping[]): () => Answer {
  return () => ({ status: 'answered', results });
}
