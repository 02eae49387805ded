/** @import { Act, ActResults, PlaygroundEvent, PlaygroundState } from '../people.js' */

/** An act could not be done; `message` is the server's reason. */
export class ActError extends Error {
  /** @override */
  name = 'ActError';
}

/**
 * Everything there is to show.
 * @returns {Promise<PlaygroundState>}
 */
export async function readState() {
  const response = await fetch('/playground/state');
  if (!response.ok) throw new Error(`The state could not be read: ${response.status}`);
  return response.json();
}

/**
 * Does something as a person.
 * @template {Act} A
 * @param {A} act
 * @param {AbortSignal} [signal] ends the waiting, not the act
 * @returns {Promise<ActResults[A['do']]>}
 * @throws {ActError} when it cannot be done
 */
export async function perform(act, signal) {
  const response = await fetch('/playground/act', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(act),
    ...(signal && { signal }),
  });
  const reply = await response.json();
  if (!reply.ok) throw new ActError(reply.error);
  return reply.result;
}

/**
 * Listens to everything that happens after a state; comes back by itself when the connection is lost.
 * @param {number} seq of the state
 * @param {(event: PlaygroundEvent) => void} onEvent
 * @param {(isConnected: boolean) => void} onConnection
 */
export function listen(seq, onEvent, onConnection) {
  const source = new EventSource(`/playground/events?after=${seq}`);
  source.addEventListener('open', () => onConnection(true));
  source.addEventListener('error', () => onConnection(false));
  source.addEventListener('message', ({ data }) => onEvent(JSON.parse(data)));
  return () => source.close();
}
