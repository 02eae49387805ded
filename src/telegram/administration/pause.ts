import type { MiddlewareFn } from 'grammy';
import type { KeptMap } from '../../keeping/kept-map.js';
import type { BotContext } from '../context.js';
import { decline } from '../surfaces/decline.js';
import { MinuteCounts } from '../surfaces/minute-counts.js';
import { speakerOf, wantsReply } from '../surfaces/speaker.js';

const KEY = 'paused';

/** Whether the bot answers only its administrators for now; it stays so over a restart. */
export class Pause {
  /** @param kept what else is set by chat stands there too */
  constructor(private readonly kept: KeptMap<true>) {}

  get isOn(): boolean {
    return this.kept.has(KEY);
  }

  set(on: boolean): void {
    if (on) this.kept.set(KEY, true);
    else this.kept.delete(KEY);
  }
}

/** While the bot pauses, tells everyone but the administrators so; who goes on asking is told once a minute. */
export function pausing(pause: Pause, adminIds: ReadonlySet<number>): MiddlewareFn<BotContext> {
  const told = new MinuteCounts();
  return async (ctx, next) => {
    const speaker = speakerOf(ctx);
    if (!pause.isOn || speaker === undefined || adminIds.has(speaker)) return next();
    const { paused: text, pausedInline: inline } = ctx.locale.limits;
    if (ctx.inlineQuery) await decline(ctx, { text, inline });
    else if (wantsReply(ctx)) await decline(ctx, told.add(speaker) === 1 ? { text } : undefined);
  };
}
