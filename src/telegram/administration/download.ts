import type { Api } from 'grammy';

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

/**
 * What fetches files from a Bot API server.
 * @param get fetches an address; by default Node's own `fetch`
 */
export function downloadFrom(apiRoot: string, token: string, get: typeof fetch = fetch): Download {
  return async (api, fileId) => {
    const { file_path: path } = await api.getFile(fileId);
    if (path === undefined) throw new DownloadError('the server tells no path');
    const response = await get(`${apiRoot}/file/bot${token}/${path}`, {
      signal: AbortSignal.timeout(DOWNLOAD_MS),
    }).catch(() => undefined);
    if (!response) throw new DownloadError('no connection');
    if (!response.ok || !response.body) throw new DownloadError(`${response.status}`);
    return within(response.body, LARGEST_DOWNLOAD);
  };
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
