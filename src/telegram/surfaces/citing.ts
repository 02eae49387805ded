import type { BotContext } from '../context.js';
import type { Services } from '../replies/services.js';

/** The services as they cite to whoever sent this update: to an administrator, in private, with file and lines. */
export function citingFor(ctx: BotContext, services: Services): Services {
  const isAdministrator =
    ctx.chat?.type === 'private' && services.adminIds !== undefined && services.adminIds.has(ctx.chat.id);
  return isAdministrator ? { ...services, files: true } : services;
}
