import { badRequest } from '../api-error.js';
import { LONGEST_SECRET, WEBHOOK_PORTS } from './limits.js';

/**
 * Refuses an address that Telegram would not send to. Loopback is the exception that makes trying it here possible:
 * any port, and HTTP without a certificate.
 */
export function checkAddress(address: string): void {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw badRequest('invalid webhook URL specified');
  if (/^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)) return;
  if (url.protocol === 'http:') throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  if (!WEBHOOK_PORTS.has(url.port)) {
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
  }
}

/** Refuses a secret token that no HTTP header of Telegram would carry. */
export function checkSecret(secret: string): void {
  if (secret.length > LONGEST_SECRET) throw badRequest('secret token is too long');
  if (!/^[A-Za-z0-9_-]*$/.test(secret)) throw badRequest('secret token contains unallowed characters');
}
