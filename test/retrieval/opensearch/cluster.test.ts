import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { Cluster, type ClusterRequest } from '../../../src/retrieval/opensearch/cluster.js';
import { isWhole } from '../../../src/retrieval/opensearch/looks.js';
import { IndexUnavailableError } from '../../../src/retrieval/passage-index.js';

const ANSWER_MS = 200;
const servers: Server[] = [];
let cluster: Cluster | undefined;
afterEach(async () => {
  await cluster?.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

type Node = 'answers' | 'hangs' | 'is full' | 'has a part' | 'knows no user' | 'is gone';

const LISTENERS: Readonly<Record<Exclude<Node, 'is gone'>, RequestListener>> = {
  answers: json(200, { timed_out: false, _shards: { failed: 0 }, hits: 'all' }),
  hangs: () => {},
  'is full': json(429, { error: { type: 'rejected_execution_exception' } }),
  'has a part': json(200, { timed_out: false, _shards: { failed: 1 }, hits: 'some' }),
  'knows no user': json(401, { error: { type: 'security_exception' } }),
};

function json(status: number, body: object): RequestListener {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
}

async function urlOf(node: Node): Promise<string> {
  if (node === 'is gone') return 'http://127.0.0.1:1';
  const server = createServer(LISTENERS[node]).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function clusterOf(...nodes: readonly Node[]): Promise<Cluster> {
  cluster = new Cluster({ urls: await Promise.all(nodes.map(urlOf)), name: 'notices' }, ANSWER_MS);
  return cluster;
}

const SEARCH: ClusterRequest = { method: 'POST', path: 'notices/_search', body: {}, whole: isWhole };

describe('a cluster of two nodes', () => {
  it.each<[first: Node, second: Node]>([
    ['answers', 'is gone'],
    ['is gone', 'answers'],
    ['hangs', 'answers'],
    ['is full', 'answers'],
    ['has a part', 'answers'],
  ])('gives an answer, and a whole one, where one %s and the other %s', async (...nodes) => {
    const { body } = await (await clusterOf(...nodes)).ask<{ hits: string }>(SEARCH);
    expect(body.hits).toBe('all');
  });

  it.each<[first: Node, second: Node, reason: RegExp]>([
    ['is gone', 'is gone', /cannot be reached/],
    ['is full', 'hangs', /does not answer in time/],
    ['hangs', 'is full', /answers 429 \(rejected_execution_exception\)/],
    ['has a part', 'has a part', /does not have all of it/],
    ['knows no user', 'answers', /does not know the user/],
  ])('is not available where one %s and the other %s', async (first, second, reason) => {
    const asked = (await clusterOf(first, second)).ask(SEARCH);
    await expect(asked).rejects.toThrow(IndexUnavailableError);
    await expect(asked).rejects.toThrow(reason);
    const error = await asked.catch((thrown: IndexUnavailableError) => thrown);
    expect((error as IndexUnavailableError).told.zh).toMatch(
      /^索引暂时不能用：127\.0\.0\.1:\d+ \p{Script=Han}/u,
    );
  });

  it('asks another no more where that might do something twice', async () => {
    const asked = (await clusterOf('hangs', 'answers')).ask({ ...SEARCH, again: false });
    await expect(asked).rejects.toThrow(IndexUnavailableError);
  });

  it('asks a node last that failed a moment ago', async () => {
    const both = await clusterOf('is full', 'answers');
    for (let n = 0; n < 4; n++) await both.ask(SEARCH);
    const asked = Array.from({ length: 4 }, () => both.ask({ ...SEARCH, again: false }));
    expect(await Promise.all(asked)).toHaveLength(4);
  });
});

it('asks its only node twice', async () => {
  let requests = 0;
  const alone = await clusterOf('is full');
  servers[0]?.on('request', () => requests++);
  await expect(alone.ask(SEARCH)).rejects.toThrow(IndexUnavailableError);
  expect(requests).toBe(2);
});

it('tells no password', async () => {
  const url = (await urlOf('knows no user')).replace('//', '//editor:secret@');
  cluster = new Cluster({ urls: [url], name: 'notices' }, ANSWER_MS);
  const error = await cluster.ask(SEARCH).catch((thrown: Error) => thrown);
  expect((error as Error).message).not.toMatch(/secret/);
});
