import type { Agent } from 'node:http';
import type { ApiClientOptions } from 'grammy';

/** Which Bot API server, and the way there. */
export interface BotApiServer {
  /** Its address, without a trailing slash. */
  readonly apiRoot: string;
  /** Makes the connections; absent: straight ones. */
  readonly agent?: Agent | undefined;
}

/** What grammY's clients are given, so that every call goes the same way. */
export function clientOptions({ apiRoot, agent }: BotApiServer): ApiClientOptions {
  return { apiRoot, ...(agent && { baseFetchConfig: { agent, compress: true } }) };
}
