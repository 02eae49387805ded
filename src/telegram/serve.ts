import type { Update } from 'grammy/types';
import { openOffice } from './administration/office.js';
import type { Pace } from './alerts/asking-again.js';
import { askingAgain, openTold } from './alerts/told-again.js';
import { createBot, HANDLED_UPDATES, handleUpdate } from './bot.js';
import { type BotOptions, EVERYONE } from './bot-options.js';
import { Bindings } from './collections/bindings.js';
import { type FeedbackReport, feedbackReport } from './feedback/report.js';
import type { Measures } from './measuring/measures.js';
import { publishCommands, publishCommandsFor } from './surfaces/commands.js';
import { publishDescription } from './surfaces/description.js';
import { turnOf } from './surfaces/left-out.js';
import type { Delivery } from './updates/delivery.js';
import { InlineDebounce } from './updates/inline-debounce.js';
import { Intake } from './updates/intake.js';
import { openKeptUpdates, resume } from './updates/kept-updates.js';
import { LeftOutPresses } from './updates/left-out-presses.js';
import type { PollTimes } from './updates/poll.js';
import { startPolling } from './updates/polling.js';
import type { SharedUpdates } from './updates/shared-updates.js';
import { Webhook } from './updates/webhook.js';

export type { Shelf } from './administration/shelf.js';
export type { Measures };
export { Bindings, openOffice, Webhook };

/** Which bot answers, with what, and whom. */
export interface ServeOptions
  extends Omit<BotOptions, 'typed' | 'leftOut' | 'onDisk' | 'wishes' | 'judgements'> {
  /** Where wishes, judgements and updates still to be handled are kept; absent: they are gone with the process. */
  readonly dataDir?: string | undefined;
  /** How fast wishes are asked again. */
  readonly pace?: Pace;
  /** What updates come through; absent: they are polled for. */
  readonly webhook?: Webhook | undefined;
  /** What other bots of the same token know of updates, where they come through a webhook; absent: there are none. */
  readonly sharedUpdates?: SharedUpdates | undefined;
  readonly pollTimes?: Partial<PollTimes>;
}

/** A bot that answers. */
export interface Serving extends Delivery {
  /** Settles when the menu of commands and the description are published; rejects when it cannot be. */
  readonly published: Promise<unknown>;
  /**
   * Tells the bot that the collection has changed.
   * @param added ids of the articles that are new or changed; `undefined`: that is not known
   */
  changed(added: readonly string[] | undefined): void;
  /** What people thought of answers. */
  feedbackReport(): FeedbackReport;
}

/**
 * Answers what comes from a Bot API server.
 * @throws TokenRefusedError, ConflictError, WebhookRefusedError
 */
export async function serve({
  webhook,
  sharedUpdates,
  pollTimes,
  dataDir,
  pace,
  ...options
}: ServeOptions): Promise<Serving> {
  const { apiRoot, log, me, office, collections, access = EVERYONE } = options;
  const typed = new InlineDebounce();
  const leftOut = new WeakSet<Update>();
  const { wishes, judgements } = await openTold(dataDir, log);
  const kept = await openKeptUpdates(dataDir, me.id, log);
  const { bot, services } = createBot({
    ...options,
    typed,
    leftOut,
    onDisk: dataDir !== undefined,
    wishes,
    judgements,
    subscribers: options.subscribers ?? (() => [...new Set(wishes.all().map(([, { chat }]) => chat))]),
    forgetters: [...(options.forgetters ?? []), async (chat) => void wishes.forgetChat(chat)],
  });
  const handle = (update: Update) => handleUpdate(bot, update);
  const sayLeftOut = (update: Update) => {
    leftOut.add(update);
    return handle(update);
  };
  const presses = new LeftOutPresses({ answer: sayLeftOut, log });
  const intake = new Intake({
    handle,
    typed,
    log,
    laneOf: (update) => turnOf(update, me),
    tellSkipped: sayLeftOut,
    releasePress: (press) => presses.add(press),
  });
  resume(kept, intake);
  const incoming = { api: bot.api, intake, kinds: HANDLED_UPDATES, log };
  const delivery = webhook
    ? await webhook.start({ ...incoming, shared: sharedUpdates })
    : await startPolling({ ...incoming, apiRoot, kept, ...(pollTimes && { times: pollTimes }) });
  const published = publishCommands(bot.api).then(() =>
    publishDescription(bot.api, options.answerer.summary(0)),
  );
  published.catch((error: unknown) => log.warn({ err: error }, 'no menu of commands, or no description'));
  // Whoever has not started the bot has no menu; that is no fault.
  for (const admin of office?.adminIds ?? []) publishCommandsFor(bot.api, [admin]).catch(() => {});
  const asking = askingAgain({
    services,
    api: bot.api,
    wishes,
    access,
    collections,
    pace,
  });
  asking.start();
  return {
    ...delivery,
    published,
    changed: (added) => asking.changed(added),
    feedbackReport: () => feedbackReport(judgements.all()),
    async stop() {
      // A chat that is being told something may take long to hear it.
      await Promise.all([asking.stop(), delivery.stop()]);
      await Promise.all([wishes.settled(), judgements.settled(), kept.waiting.settled(), office?.close()]);
    },
  };
}
