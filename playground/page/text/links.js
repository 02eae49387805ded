/**
 * Where a link in a message leads: into a chat with the bot, or out of the page.
 * @typedef {{ kind: 'start', payload?: string } | { kind: 'web', url: string }} Destination
 */

/** Anything else could run as a program. */
const PROTOCOLS = ['http:', 'https:', 'mailto:', 'tel:', 'tg:'];

/**
 * Where an address leads, or `undefined` when it leads nowhere safe.
 * @param {string} address as a message has it; without `https://` it may begin with the host
 * @param {string} username of the bot
 * @returns {Destination | undefined}
 */
export function destinationOf(address, username) {
  const url = parse(address);
  if (!url || !PROTOCOLS.includes(url.protocol)) return undefined;
  if (!isChatWith(url, username)) return { kind: 'web', url: url.href };
  const payload = url.searchParams.get('start');
  return payload ? { kind: 'start', payload } : { kind: 'start' };
}

function isChatWith(/** @type {URL} */ { hostname, pathname }, /** @type {string} */ username) {
  const hosts = ['t.me', 'telegram.me'];
  return hosts.includes(hostname) && pathname.slice(1).toLowerCase() === username.toLowerCase();
}

function parse(/** @type {string} */ address) {
  if (URL.canParse(address)) return new URL(address);
  const guess = `https://${address}`;
  return URL.canParse(guess) ? new URL(guess) : undefined;
}
