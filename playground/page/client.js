/** @import { FileResponse, UserAction, UserActionResults, PlaygroundEvent, PlaygroundState } from '../user-api.js' */

/** An action could not be carried out; `message` is the server's reason. */
export class ActionError extends Error {
  /** @override */
  name = 'ActError';
}

/** The server does not answer, or not as it should; `cause` says why. */
export class ConnectionError extends Error {
  /** @override */
  name = 'ConnectionError';
}

/**
 * Everything there is to show.
 * @returns {Promise<PlaygroundState>}
 */
export async function readState() {
  return ask('/playground/state');
}

/**
 * Carries out what a person does.
 * @template {UserAction} A
 * @param {A} action
 * @param {AbortSignal} [signal] ends the waiting, not the action
 * @returns {Promise<UserActionResults[A['type']]>}
 * @throws {ActionError} when it cannot be done
 * @throws {ConnectionError} when the server cannot be reached
 */
export async function perform(action, signal) {
  const reply = await ask('/playground/actions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(action),
    ...(signal && { signal }),
  });
  if (!reply.ok) throw new ActionError(reply.error);
  return reply.result;
}

/**
 * Hands over a file, which can then be sent.
 * @param {File} file
 * @returns {Promise<{ id: string }>} its `file_id`
 * @throws {ActionError} when it cannot be taken
 * @throws {ConnectionError} when the server cannot be reached
 */
export async function upload(file) {
  /** @type {FileResponse} */
  const reply = await ask(`/playground/files?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  if (!reply.ok) throw new ActionError(reply.error);
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

/** The JSON that the server answers. @param {string} path @param {RequestInit} [request] */
async function ask(path, request) {
  try {
    const response = await fetch(path, request);
    return await response.json();
  } catch (cause) {
    if (request?.signal?.aborted) throw cause;
    throw new ConnectionError(`No answer from ${path}`, { cause });
  }
}
