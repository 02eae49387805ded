import type { Message } from '@grammyjs/types';
import type { CallLog } from './api/call-log.js';
import type { Backend } from './backend.js';
import type { WaitOptions } from './interface.js';
import { PlaygroundError } from './playground-error.js';
import { messageView, type StoredChat, type StoredMessage } from './store/stored-chat.js';
import type { CallRecord, MessageRef, Ref } from './user-api.js';

/** What was waited for did not come in time. */
export class WaitTimeoutError extends Error {
  override readonly name = 'WaitTimeoutError';

  /** @param seen the calls that came meanwhile, for the reader of the message */
  constructor(what: string, timeoutMs: number, seen: readonly CallRecord[]) {
    const calls = seen.map(({ method, response }) =>
      response.ok ? method : `${method} (${response.error_code} ${response.description})`,
    );
    super(`No ${what} within ${timeoutMs} ms. Calls meanwhile: ${calls.join(', ') || 'none'}.`);
  }
}

/** Waits for what the bot does. Every wait ends: with what was waited for, or with `WaitTimeoutError`. */
export class Waiters {
  readonly #backend: Backend;
  readonly #calls: CallLog;
  readonly #timeoutMs: number;
  readonly #ends = new Set<(reason: Error) => void>();
  #sinceAction = 0;

  constructor(backend: Backend, calls: CallLog, timeoutMs: number) {
    this.#backend = backend;
    this.#calls = calls;
    this.#timeoutMs = timeoutMs;
  }

  /** Notes that a person does something now: waits for calls begin here unless they say otherwise. */
  markAction(): void {
    this.#sinceAction = this.#calls.next;
  }

  call(which: string | ((call: CallRecord) => boolean), options: WaitOptions = {}): Promise<CallRecord> {
    const after = options.after ?? this.#sinceAction;
    const fits = typeof which === 'string' ? (call: CallRecord) => call.method === which : which;
    return this.#until(
      typeof which === 'string' ? `call of ${which}` : 'call that fits',
      () => this.#calls.records.find((call) => call.index >= after && fits(call)),
      after,
      options.timeoutMs,
    );
  }

  message(chatRef: Ref, options: { after?: MessageRef; timeoutMs?: number } = {}): Promise<Message> {
    const chat = this.#backend.store.chat(chatRef);
    const after = options.after === undefined ? lastOfPeople(chat) : idOfMessage(options.after);
    return this.#until(
      `message of the bot in chat ${chat.info.id}`,
      () => {
        const found = [...chat.messages.values()].find(
          (stored) => isOfBot(stored) && stored.message.message_id > after,
        );
        return found && messageView(chat, found);
      },
      this.#sinceAction,
      options.timeoutMs,
    );
  }

  /** Resolves when the bot waits in a long poll. */
  async poll(): Promise<void> {
    let polls = false;
    const look = () => (polls ? true : undefined);
    await this.#until('long poll', look, this.#sinceAction, this.#timeoutMs, (check) => {
      void this.#backend.updates.polled().then(() => {
        polls = true;
        check();
      });
    });
  }

  /** Ends every wait. */
  close(): void {
    for (const end of [...this.#ends]) end(new PlaygroundError('The playground was closed.'));
  }

  /** Looks now and after every call until there is something. `begin` may look at other times, too. */
  #until<T>(
    what: string,
    look: () => T | undefined,
    from: number,
    timeoutMs = this.#timeoutMs,
    begin: (check: () => void) => void = () => {},
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(timer);
        stop();
        this.#ends.delete(fail);
        settle();
      };
      const fail = (reason: Error) => end(() => reject(reason));
      const check = () => {
        const found = look();
        if (found !== undefined) end(() => resolve(found));
      };
      const stop = this.#calls.onAdd(check);
      const timer = setTimeout(() => {
        const seen = this.#calls.records.filter(({ index }) => index >= from);
        fail(new WaitTimeoutError(what, timeoutMs, seen));
      }, timeoutMs);
      this.#ends.add(fail);
      begin(check);
      check();
    });
  }
}

const isOfBot = ({ author }: StoredMessage): boolean => author === 'bot';

const idOfMessage = (ref: MessageRef): number => (typeof ref === 'number' ? ref : ref.message_id);

function lastOfPeople(chat: StoredChat): number {
  const last = [...chat.messages.values()].findLast(
    ({ author }) => author === 'person' || author === 'via-bot',
  );
  return last?.message.message_id ?? 0;
}
