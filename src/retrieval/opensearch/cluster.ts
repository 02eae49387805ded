import { readFileSync } from 'node:fs';
import { Client, type errors } from '@opensearch-project/opensearch';
import type { Bilingual } from '../../language/bilingual.js';
import { IndexUnavailableError } from '../passage-index.js';

/** Where a cluster is, and as whom it is asked. */
export interface ClusterSetting {
  /** Of one or more nodes. */
  readonly urls: readonly string[];
  /** What the indices of the collection are called; others share the cluster by other names. */
  readonly name: string;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** Path of the PEM file with the authority that signed the nodes' certificates; absent: those that Node.js knows. */
  readonly ca?: string | undefined;
}

export interface ClusterRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: object;
  /** Lines of JSON instead of one body: for `_bulk` and `_msearch`. */
  readonly lines?: readonly object[];
  /** How long a node may take, in milliseconds; default: what the cluster's answers may. */
  readonly ms?: number;
  /** Statuses that are answers, not faults: 404 where something may be missing, 409 where another may have been first. */
  readonly accept?: readonly number[];
  /** Whether another node is asked where one fails; default yes. No, for what must not happen twice. */
  readonly again?: boolean;
  /** Whether what came is all that was asked for; a part counts as no answer. */
  readonly whole?: (body: never) => boolean;
}

export interface ClusterAnswer<T> {
  readonly status: number;
  readonly body: T;
}

/** What a reader of answers may wait for one node. */
const ANSWER_MS = 2_000;
/** How long a node that failed is asked last, in milliseconds. */
const AVOIDED_MS = 10_000;

interface ClusterNode {
  readonly host: string;
  readonly client: Client;
  /** Until when others are asked first, in milliseconds since 1970. */
  avoidedUntil: number;
}

/**
 * Asks the nodes of a cluster, one after the other in turn. Where one does not answer in time, or is not able to, another is
 * asked once; then it is an `IndexUnavailableError`.
 */
export class Cluster {
  readonly #nodes: readonly ClusterNode[];
  #turn = 0;

  /**
   * Throws where the file of `ca` cannot be read.
   * @param answerMs how long a node may take for an answer, in milliseconds
   */
  constructor(
    readonly setting: ClusterSetting,
    readonly answerMs = ANSWER_MS,
  ) {
    const { urls, user, password = '', ca } = setting;
    const auth = user === undefined ? {} : { auth: { username: user, password } };
    const ssl = ca === undefined ? {} : { ssl: { ca: readFileSync(ca, 'utf8') } };
    this.#nodes = urls.map((url) => ({
      host: new URL(url).host,
      client: new Client({ node: url, maxRetries: 0, ...auth, ...ssl }),
      avoidedUntil: 0,
    }));
  }

  /** @throws IndexUnavailableError */
  async ask<T>(request: ClusterRequest): Promise<ClusterAnswer<T>> {
    const [first, second = first] = this.#inTurn();
    try {
      return await this.#send<T>(first, request);
    } catch (error) {
      const fault = error as Error;
      if (!mayPass(fault)) throw unavailable(first, fault);
      first.avoidedUntil = Date.now() + AVOIDED_MS;
      if (request.again === false) throw unavailable(first, fault);
    }
    try {
      return await this.#send<T>(second, request);
    } catch (error) {
      throw unavailable(second, error as Error);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#nodes.map(({ client }) => client.close()));
  }

  async #send<T>({ client }: ClusterNode, request: ClusterRequest): Promise<ClusterAnswer<T>> {
    const { method, path, query = {}, body, lines, ms = this.answerMs, accept = [] } = request;
    const response = await client.transport.request(
      {
        method,
        path: `/${path}`,
        querystring: { ...query },
        ...(body && { body }),
        ...(lines && { bulkBody: [...lines] }),
      },
      { requestTimeout: ms, ignore: [...accept] },
    );
    if (request.whole?.(response.body as never) === false) throw new PartialAnswerError();
    return { status: response.statusCode ?? 0, body: response.body as T };
  }

  /** All nodes, those that failed of late last. */
  #inTurn(): [ClusterNode, ...ClusterNode[]] {
    const turn = this.#turn++ % this.#nodes.length;
    const nodes = [...this.#nodes.slice(turn), ...this.#nodes.slice(0, turn)];
    const now = Date.now();
    const avoided = (node: ClusterNode): number => (node.avoidedUntil > now ? node.avoidedUntil : 0);
    return nodes.sort((a, b) => avoided(a) - avoided(b)) as [ClusterNode, ...ClusterNode[]];
  }
}

/** A node answered, but not with all that was asked for. */
class PartialAnswerError extends Error {
  override readonly name = 'PartialAnswerError';
}

/** Too many requests, what a node says that is alone or starting, and a name that is just given to another index. */
const PASSING = [404, 408, 429, 500, 502, 503, 504];

/** Whether another node, or the same one later, may do what this one did not. */
function mayPass(error: Error): boolean {
  return !isResponse(error) || PASSING.includes(error.statusCode);
}

function isResponse(error: Error): error is errors.ResponseError {
  return error.name === 'ResponseError';
}

/** Waiting does not help: the settings are wrong, or the cluster's. */
export class ClusterRefusedError extends IndexUnavailableError {}

function unavailable({ host }: ClusterNode, error: Error): IndexUnavailableError {
  const isRefusal = isDistrusted(error) || (isResponse(error) && [401, 403].includes(error.statusCode));
  const Kind = isRefusal ? ClusterRefusedError : IndexUnavailableError;
  const reason = reasonOf(error);
  return new Kind({ en: `${host} ${reason.en}`, zh: `${host} ${reason.zh}` }, { cause: error });
}

/** Whether it is the certificate of the node that keeps it from being asked: messages of OpenSSL and Node.js. */
function isDistrusted({ name, message }: Error): boolean {
  return name === 'ConnectionError' && /certificate|altnames/i.test(message);
}

/** What a node does, in a few words that follow its name. */
function reasonOf(error: Error): Bilingual {
  if (error.name === 'TimeoutError') return { en: 'does not answer in time', zh: '迟迟没有回应' };
  if (error instanceof PartialAnswerError)
    return { en: 'does not have all of it at present', zh: '目前只有一部分内容' };
  if (isDistrusted(error)) return { en: 'has a certificate that is not trusted', zh: '的证书不受信任' };
  if (!isResponse(error)) return { en: 'cannot be reached', zh: '连不上' };
  if (error.statusCode === 401)
    return { en: 'does not know the user, or not by this password', zh: '不认这个用户名或密码' };
  if (error.statusCode === 403) return { en: 'does not let the user do this', zh: '不允许这个用户这样做' };
  const type = (error.body as { error?: { type?: unknown } } | undefined)?.error?.type;
  const detail = typeof type === 'string' ? type : undefined;
  return {
    en: `answers ${error.statusCode}${detail === undefined ? '' : ` (${detail})`}`,
    zh: `回应 ${error.statusCode}${detail === undefined ? '' : `（${detail}）`}`,
  };
}
