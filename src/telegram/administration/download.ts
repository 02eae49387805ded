import http, { type Agent, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Api } from 'grammy';
import type { BotApiServer } from '../server.js';

/** https://core.telegram.org/bots/api#getfile: bots may download files of up to 20 MB. */
export const LARGEST_DOWNLOAD = 20 * 1024 * 1024;
const DOWNLOAD_MS = 120_000;

/** Thrown when a file that somebody sent cannot be fetched; it names no address, which would hold the token. */
export class DownloadError extends Error {
  override readonly name = 'DownloadError';

  constructor(reason: string) {
    super(`A file that was sent could not be fetched (${reason})`);
  }
}

/** Fetches a file by its id. */
export type Download = (api: Api, fileId: string) => Promise<Uint8Array>;

/** What fetches files from a Bot API server, the way that calls go. */
export function downloadFrom({ apiRoot, agent }: BotApiServer, token: string): Download {
  return async (api, fileId) => {
    const { file_path: path } = await api.getFile(fileId);
    if (path === undefined) throw new DownloadError('the server tells no path');
    const response = await opened(new URL(`${apiRoot}/file/bot${token}/${path}`), agent);
    if (response.statusCode !== 200) {
      response.destroy();
      throw new DownloadError(`${response.statusCode}`);
    }
    return within(response, LARGEST_DOWNLOAD);
  };
}

/** A response as soon as it begins. Node's `fetch` takes no agent, and so knows no proxy. */
function opened(url: URL, agent: Agent | undefined): Promise<IncomingMessage> {
  const { get } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new DownloadError('no connection'));
    get(url, { ...(agent && { agent }), signal: AbortSignal.timeout(DOWNLOAD_MS) }, resolve).on(
      'error',
      fail,
    );
  });
}

async function within(body: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > most) break;
      chunks.push(chunk);
    }
  } catch {
    throw new DownloadError('the connection broke');
  }
  if (bytes > most) throw new DownloadError('it is too large');
  return Buffer.concat(chunks);
}
