import { setTimeout as pause } from 'node:timers/promises';
import { type Api, GrammyError } from 'grammy';

/** Between two messages, in milliseconds: some 25 a second, of the 30 that Telegram bears (bots FAQ, “bulk notifications”). */
const PAUSE_MS = 40;

/** What became of a broadcast. */
export interface Delivered {
  readonly delivered: number;
  /** Chats that have blocked the bot, or are gone. */
  readonly blocked: number;
  /** Chats that it could not be sent to for another reason; when the bot stops, those that were left. */
  readonly failed: number;
}

/** Sends a text to chats, one after the other. */
export async function broadcast(
  api: Api,
  chats: readonly number[],
  text: string,
  stopped: AbortSignal,
): Promise<Delivered> {
  let [delivered, blocked] = [0, 0];
  for (const chat of new Set(chats)) {
    if (stopped.aborted) break;
    try {
      await api.sendMessage(chat, text);
      delivered += 1;
    } catch (error) {
      if (isGone(error)) blocked += 1;
    }
    await pause(PAUSE_MS, undefined, { signal: stopped }).catch(() => {});
  }
  return { delivered, blocked, failed: new Set(chats).size - delivered - blocked };
}

function isGone(error: unknown): boolean {
  if (!(error instanceof GrammyError)) return false;
  return error.error_code === 403 || error.description.includes('chat not found');
}
