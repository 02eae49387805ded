import type { WebhookInfo } from '@grammyjs/types';
import { conflict } from '../api-error.js';
import { DEFAULT_CONNECTIONS, LONGEST_POLL_S, MOST_CONNECTIONS, MOST_UPDATES } from '../limits/limits.js';
import { checkAddress, checkSecret } from '../limits/webhook.js';
import type { Args, Context, Handlers } from './handler.js';

/** Getting updates, by polling or webhook. */
export const updateMethods = {
  async getUpdates({ backend, signal }: Context, args: Args<'getUpdates'>) {
    if (backend.webhook) {
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    const { offset = 0, limit = MOST_UPDATES, timeout = 0, allowed_updates } = args;
    if (allowed_updates) backend.updates.allow(allowed_updates);
    const updates = await backend.updates.poll({
      offset,
      limit: clamp(limit, 1, MOST_UPDATES),
      timeoutMs: clamp(timeout, 0, LONGEST_POLL_S) * 1_000,
      signal,
    });
    return [...updates];
  },

  setWebhook({ backend }: Context, args: Args<'setWebhook'>) {
    const { url, secret_token, max_connections = DEFAULT_CONNECTIONS, ip_address, allowed_updates } = args;
    if (args.drop_pending_updates) backend.updates.clear();
    if (url === '') return dropWebhook(backend);
    checkAddress(url);
    if (secret_token !== undefined) checkSecret(secret_token);
    if (allowed_updates) backend.updates.allow(allowed_updates);
    backend.updates.interrupt(conflict('terminated by setWebhook request'));
    backend.setWebhook({
      url,
      secretToken: secret_token,
      maxConnections: clamp(max_connections, 1, MOST_CONNECTIONS),
      ipAddress: ip_address,
      hasCertificate: args.certificate !== undefined,
    });
    return true as const;
  },

  deleteWebhook({ backend }: Context, { drop_pending_updates }: Args<'deleteWebhook'>) {
    if (drop_pending_updates) backend.updates.clear();
    return dropWebhook(backend);
  },

  getWebhookInfo({ backend }: Context): WebhookInfo {
    const allowed = backend.updates.allowed as WebhookInfo['allowed_updates'];
    return {
      url: '',
      has_custom_certificate: false,
      ...backend.webhook?.info,
      pending_update_count: backend.updates.pending,
      ...(allowed ? { allowed_updates: allowed } : {}),
    };
  },
} satisfies Handlers;

function dropWebhook(backend: Context['backend']): true {
  backend.setWebhook(undefined);
  return true;
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
