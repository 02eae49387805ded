import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * Keeps other web sites from playing here through a visitor's browser. A page of another site shows itself by its
 * Origin; one whose name was made to point to this machine (DNS rebinding) by its Host, which is a name that is
 * not this machine's. Addresses in numbers cannot be made to point elsewhere.
 * @returns why the request is refused, or `undefined`
 */
export function checkOrigin({ headers }: IncomingMessage): string | undefined {
  const { host, origin } = headers;
  if (host === undefined || !isOwnName(host))
    return 'This server answers to localhost and to numeric addresses only.';
  if (origin !== undefined && origin !== `http://${host}`) return 'Requests from other sites are refused.';
  return undefined;
}

/**
 * Keeps other machines from playing here.
 * @returns why the request is refused, or `undefined`
 */
export function checkMachine({ socket }: IncomingMessage): string | undefined {
  const from = socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
  if (from === '::1' || from.startsWith('127.')) return undefined;
  return 'The chat page answers this machine only. Set HTTP_HOST to one address of this machine to share it.';
}

function isOwnName(host: string): boolean {
  const name = host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  return name === 'localhost' || isIP(name) !== 0;
}
