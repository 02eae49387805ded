import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DownloadFailedError } from '../../../lab/fetch/download.js';
import { fetchSet } from '../../../lab/fetch/fetch-set.js';
import { GITHUB, type PublicSet } from '../../../lab/fetch/sets.js';
import { temporaryFolder } from '../../telegram/support/articles.js';

const squad = (ids: readonly string[]) => ({
  data: ids.map((id) => ({
    title: id,
    paragraphs: [
      { context: `${id}在十一月停运。`, qas: [{ id, question: '何时？', answers: [{ text: '十一月' }] }] },
    ],
  })),
});
const PUBLISHED = Buffer.from(JSON.stringify(squad(['甲', '乙', '丙'])));
const SHA256 = createHash('sha256').update(PUBLISHED).digest('hex');

let server: ReturnType<typeof createServer>;
let answer: RequestListener;
/** What was asked for, with the range. */
let asked: string[];
let to: string;
let root: string;

beforeEach(async () => {
  asked = [];
  to = await temporaryFolder();
  answer = (_, response) => response.end(PUBLISHED);
  server = createServer((request, response) => {
    asked.push([request.url, request.headers.range].filter(Boolean).join(' '));
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function setAt(path: string, facts: Partial<PublicSet> & { sha256?: string } = {}): PublicSet {
  const { sha256 = SHA256, ...others } = facts;
  return {
    name: 'ferries',
    title: '',
    licence: '',
    taken: '',
    source: { file: 'published.json', address: root + path, ...(sha256 !== '' && { sha256 }) },
    id: 'ferries',
    ...others,
  };
}

const bring = (set: PublicSet, mirror?: string) =>
  fetchSet(set, { to, tries: 3, pauseMs: 1, timeoutMs: 500, ...(mirror !== undefined && { mirror }) });

/** Sends the first bytes, then cuts the connection. */
function cut(response: ServerResponse, bytes: number): void {
  response.writeHead(200, { 'content-length': PUBLISHED.length });
  response.write(PUBLISHED.subarray(0, bytes));
  setTimeout(() => response.socket?.destroy(), 30);
}

/** Answers a request for the rest of the file, as servers of files do. */
function rest({ headers }: IncomingMessage, response: ServerResponse): void {
  const from = Number(/bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0);
  response.writeHead(206, { 'content-length': PUBLISHED.length - from });
  response.end(PUBLISHED.subarray(from));
}

describe('a set', () => {
  test('is written in the form that is measured with', async () => {
    const { set, path, kept, unchecked } = await bring(setAt('a.json'));
    expect([path, kept, unchecked]).toEqual([join(to, 'ferries.json'), false, []]);
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(set);
    expect(set.passages.map(({ id }) => id)).toEqual(['ferries-0-0', 'ferries-1-0', 'ferries-2-0']);
    expect(await readdir(to)).toEqual(['ferries.json', 'published']);
    expect(await readdir(join(to, 'published'))).toEqual(['published.json']);
  });

  test('is not fetched twice', async () => {
    await bring(setAt('a.json'));
    expect(await bring(setAt('a.json'))).toMatchObject({ kept: true });
    expect(asked).toEqual(['/a.json']);
  });

  test('is fetched anew where what is there has another checksum', async () => {
    const { path } = await bring(setAt('a.json'));
    await writeFile(join(to, 'published', 'published.json'), '{}');
    expect(await bring(setAt('a.json'))).toMatchObject({ kept: false, path });
    expect(asked).toHaveLength(2);
  });

  test('comes by way of another address', async () => {
    answer = ({ url }, response) =>
      url === '/moved.json'
        ? response.end(PUBLISHED)
        : response.writeHead(302, { location: '/moved.json' }).end();
    await bring(setAt('a.json'));
    expect(asked).toEqual(['/a.json', '/moved.json']);
  });

  test('comes from a mirror', async () => {
    const source = { file: 'published.json', address: `${GITHUB}somebody/something/a.json`, sha256: SHA256 };
    await bring(setAt('', { source }), `${root}mirror/`);
    expect(asked).toEqual(['/mirror/somebody/something/a.json']);
  });

  test('of which no checksum is known is kept, and the one that it has is told', async () => {
    expect(await bring(setAt('a.json', { sha256: '' }))).toMatchObject({
      unchecked: [{ file: 'published.json', sha256: SHA256 }],
    });
  });

  test('lacks what another set asks about', async () => {
    answer = ({ url }, response) =>
      response.end(url === '/b.json' ? JSON.stringify(squad(['乙'])) : PUBLISHED);
    const without = { file: 'other.json', address: `${root}b.json` };
    const { set } = await bring(setAt('a.json', { without }));
    expect(set.passages.map(({ id }) => id)).toEqual(['ferries-0-0', 'ferries-2-0']);
  });
});

describe('a connection that is cut', () => {
  test('is taken up again where it ended', async () => {
    answer = (request, response) =>
      asked.length < 3 ? cut(response, 10 * asked.length) : rest(request, response);
    const { set } = await bring(setAt('a.json'));
    expect(set.passages).toHaveLength(3);
    expect(asked[0]).toBe('/a.json');
    expect(asked.slice(1).every((request) => /^\/a\.json bytes=\d+-$/.test(request))).toBe(true);
  });

  test('is begun anew by a server that knows no ranges', async () => {
    answer = (_, response) => (asked.length < 3 ? cut(response, 10) : response.end(PUBLISHED));
    expect((await bring(setAt('a.json'))).set.passages).toHaveLength(3);
  });

  test('is begun anew where nothing could tell whether the rest is of the same file', async () => {
    answer = (request, response) => (asked.length < 2 ? cut(response, 10) : rest(request, response));
    await bring(setAt('a.json', { sha256: '' }));
    expect(asked).toEqual(['/a.json', '/a.json']);
  });

  test('leaves what has come for the next run', async () => {
    answer = (_, response) => cut(response, 10);
    await expect(bring(setAt('a.json'))).rejects.toThrow(DownloadFailedError);
    answer = rest;
    expect((await bring(setAt('a.json'))).set.passages).toHaveLength(3);
    expect(asked.at(-1)).toBe('/a.json bytes=10-');
  });
});

describe('what cannot be had is told with the remedy', () => {
  test.each<[string, RequestListener, RegExp, tries: number]>([
    [
      'no such file',
      (_, response) => response.writeHead(404).end(),
      /answered 404, there is no such file.*sets\.ts/,
      1,
    ],
    ['not allowed', (_, response) => response.writeHead(403).end(), /answered 403\. /, 1],
    [
      'a busy server',
      (_, response) => response.writeHead(503).end(),
      /answered 503.*run the command again/,
      3,
    ],
    ['a server that says nothing', () => {}, /not done after 0\.5 s.*--mirror/, 3],
    ['no server', (_, response) => response.socket?.destroy(), /Check the network.*published\.json/, 3],
    ['another file', (_, response) => response.end('{}'), /has the checksum 44136fa3.*, expected was /, 1],
  ])('%s', async (_, listener, message, tries) => {
    answer = listener;
    const error = await bring(setAt('a.json')).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DownloadFailedError);
    expect(error).toMatchObject({ exitCode: 1, message: expect.stringMatching(message) });
    expect((error as Error).message).toContain(`${root}a.json`);
    expect(asked).toHaveLength(tries);
    expect((await readdir(to)).filter((name) => name.endsWith('.json'))).toEqual([]);
  });

  test('a folder that takes no files', async () => {
    await writeFile(join(to, 'published'), '');
    await expect(bring(setAt('a.json'))).rejects.toThrow(/cannot be written to \(E\w+\).*--to/);
  });

  test('a file of another form, by the place where it is kept', async () => {
    answer = (_, response) => response.end('{}');
    await expect(bring(setAt('a.json', { sha256: '' }))).rejects.toThrow(
      /published\.json is not in the form of SQuAD/,
    );
  });
});
