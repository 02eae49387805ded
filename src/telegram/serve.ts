import { join } from 'node:path';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { Logger } from 'pino';
import type { Answerer } from '../answering/answer.js';
import { AskingAgain, type Pace } from './alerts/asking-again.js';
import { tellingWhenAnswered } from './alerts/tell.js';
import { Wishes } from './alerts/wishes.js';
import { createBot, HANDLED_UPDATES, handleUpdate } from './bot.js';
import { type Collections, inPart, routedAnswerer } from './collections/routed.js';
import { Judgements } from './feedback/judgements.js';
import { type FeedbackReport, feedbackReport } from './feedback/report.js';
import type { BotApiServer } from './server.js';
import { publishCommands } from './surfaces/commands.js';
import { publishDescription } from './surfaces/description.js';
import { turnOf } from './surfaces/left-out.js';
import type { Delivery } from './updates/delivery.js';
import { InlineDebounce } from './updates/inline-debounce.js';
import { Intake } from './updates/intake.js';
import type { PollTimes } from './updates/poll.js';
import { startPolling } from './updates/polling.js';
import { Webhook } from './updates/webhook.js';

export { Webhook };

/** Which bot answers, with what, and whom. */
export interface ServeOptions extends BotApiServer {
  readonly token: string;
  /** What getMe said. */
  readonly me: UserFromGetMe;
  readonly answerer: Answerer;
  /** The parts that chats can be bound to, and which are; absent: all ask the whole. */
  readonly collections?: Collections;
  /** Ids of users and chats that are answered; empty: everyone. */
  readonly allowedIds: ReadonlySet<number>;
  /** Where wishes and judgements are kept; absent: nowhere, they are gone with the process. */
  readonly dataDir?: string | undefined;
  /** Whether what was asked is kept with what people think of the answer; default no. */
  readonly keepQuestions?: boolean;
  /** How fast wishes are asked again. */
  readonly pace?: Pace;
  /** What updates come through; absent: they are polled for. */
  readonly webhook?: Webhook | undefined;
  /** Where polling notes what is settled, so that it is not answered again after a crash; absent: nowhere. */
  readonly settledFile?: string | undefined;
  readonly pollTimes?: Partial<PollTimes>;
  readonly log: Logger;
}

/** A bot that answers. */
export interface Serving extends Delivery {
  /** Settles when the menu of commands and the description are published; rejects when it cannot be. */
  readonly published: Promise<unknown>;
  /** Tells the bot that the collection has changed. @param added ids of the articles that are new or changed */
  changed(added: readonly string[]): void;
  /** Lets go of all that is kept of a chat. */
  forgetChat(chat: number): void;
  /** What people thought of answers. */
  feedbackReport(): FeedbackReport;
}

/**
 * Answers what comes from a Bot API server.
 * @throws TokenRefusedError, ConflictError, WebhookRefusedError
 */
export async function serve({
  webhook,
  settledFile,
  pollTimes,
  dataDir,
  pace,
  ...options
}: ServeOptions): Promise<Serving> {
  const { apiRoot, log, answerer, collections, allowedIds, me } = options;
  const typed = new InlineDebounce();
  const leftOut = new WeakSet<Update>();
  const wishes = await Wishes.open(...kept('alerts.jsonl', dataDir, log));
  const judgements = await Judgements.open(...kept('feedback.jsonl', dataDir, log));
  const bot = createBot({ ...options, typed, leftOut, wishes, judgements });
  const handle = (update: Update) => handleUpdate(bot, update);
  const intake = new Intake({
    handle,
    typed,
    log,
    laneOf: (update) => turnOf(update, me),
    tellSkipped(update) {
      leftOut.add(update);
      return handle(update);
    },
  });
  const incoming = { api: bot.api, intake, kinds: HANDLED_UPDATES, log };
  const delivery = webhook
    ? await webhook.start(incoming)
    : await startPolling({ ...incoming, apiRoot, settledFile, ...(pollTimes && { times: pollTimes }) });
  const published = publishCommands(bot.api).then(() => publishDescription(bot.api, answerer.summary(0)));
  published.catch((error: unknown) => log.warn({ err: error }, 'no menu of commands, or no description'));
  const services = {
    answerer: collections ? routedAnswerer(collections.parts) : answerer,
    log,
    username: me.username,
  };
  // Who asked in a group is not kept, so that a group may be told as long as the bot is in it.
  const mayAnswer = (chat: number): boolean => chat < 0 || allowedIds.size === 0 || allowedIds.has(chat);
  const tell = tellingWhenAnswered({ services, api: bot.api, wishes, mayAnswer });
  const asking = new AskingAgain(
    wishes,
    (id, wish, added) => inPart(collections?.bindings.of(wish), () => tell(id, wish, added)),
    () => answerer.version,
    (error) => log.error({ err: error }, 'a wish could not be asked again'),
    pace,
  );
  asking.start();
  return {
    ...delivery,
    published,
    changed: (added) => asking.changed(added),
    forgetChat: (chat) => void wishes.forgetChat(chat),
    feedbackReport: () => feedbackReport(judgements.all()),
    async stop() {
      await asking.stop();
      await delivery.stop();
      await Promise.all([wishes.settled(), judgements.settled()]);
    },
  };
}

/** Where records are kept, and who is told when the disk refuses. */
function kept(name: string, dataDir: string | undefined, log: Logger) {
  const path = dataDir === undefined ? undefined : join(dataDir, name);
  const onFault = (error: Error): void =>
    log.warn({ err: error }, `${name} cannot be written; what it should hold is kept in memory`);
  return [path, { onFault }] as const;
}
