import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AddressUnusableError } from '../../bin/local-server.js';
import { englishIn } from '../../lab/fuzz/sentences.js';
import { DataInUseError } from '../../src/app/claim-folders.js';
import { ConfigError } from '../../src/app/config-error.js';
import { exitIn, exitOn } from '../../src/app/exit.js';
import { ListenError } from '../../src/app/http.js';
import { UserWordsError } from '../../src/app/user-words.js';
import { UsageError } from '../../src/cli/usage.js';
import { ClusterNotOpenedError } from '../../src/collection/open-cluster.js';
import { EmptyCollectionError, MissingCollectionError } from '../../src/corpus/errors.js';
import { reasonOf } from '../../src/corpus/fault.js';
import type { BilingualError } from '../../src/language/bilingual.js';
import { ServerUnreachableError, TokenRefusedError } from '../../src/telegram/identify.js';
import { ConflictError } from '../../src/telegram/updates/conflict.js';
import { WebhookRefusedError } from '../../src/telegram/updates/webhook.js';

let written = '';
let code: unknown;

beforeEach(() => {
  written = '';
  code = undefined;
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
  vi.spyOn(process, 'exit').mockImplementation((given) => {
    code = given;
    return undefined as never;
  });
});
afterEach(() => vi.restoreAllMocks());

const GONE = { en: 'it is gone', zh: '它不在了' };
const GONE_FILE = reasonOf(Object.assign(new Error(), { code: 'ENOENT' }));

/** What those who start the bot can mend. */
const ERRORS: readonly (BilingualError & { readonly exitCode: number })[] = [
  new ConfigError([{ name: 'HTTP_PORT', found: { en: '"x"', zh: '填的是 "x"' }, expected: GONE }], [GONE]),
  new UserWordsError('/words.txt', GONE_FILE),
  new ListenError({ host: '0.0.0.0', port: 80 }, 'EACCES', {}),
  new DataInUseError('/data', { pid: 7, host: 'bridge', since: '2026-01-02T03:04:05Z' } as never),
  new DataInUseError('/data', undefined),
  new MissingCollectionError('/articles', GONE_FILE),
  new EmptyCollectionError('/articles', []),
  new ClusterNotOpenedError(GONE),
  new TokenRefusedError('https://api.telegram.org', 401, {}),
  new ServerUnreachableError('https://api.telegram.org', GONE, {}),
  new WebhookRefusedError('Bad Request: bad webhook: HTTPS url must be provided', {}),
  new ConflictError('Conflict: terminated by other getUpdates request', {}),
  new AddressUnusableError('127.0.0.1', 8080, 'EADDRINUSE', {}),
  new AddressUnusableError('10.9.8.7', 80, 'EADDRNOTAVAIL', {}),
];

describe.each(ERRORS.map((error) => [error.name, error] as const))('%s', (_, error) => {
  test('is told in both languages at the start, English first, and nothing else', () => {
    exitOn(error);
    expect(written).toBe(`${error.told.en}\n${error.told.zh}\n`);
    expect(code).toBe(error.exitCode);
  });

  test('is told by a command in its reader’s language alone', () => {
    exitIn('zh')(error);
    expect(written).toBe(`${error.told.zh}\n`);
    written = '';
    exitIn('en')(error);
    expect(written).toBe(`${error.message}\n`);
  });

  test('has no English in its Chinese, and no field but these for the log', () => {
    expect(englishIn(error.told.zh)).toBeUndefined();
    expect(error.told.zh).toMatch(/\p{Script=Han}.*[。：）…]/u);
    expect(error.told.en).toBe(error.message);
    expect(Object.keys(error)).not.toContain('told');
  });
});

test('what exists in one language is told as it is', () => {
  exitIn('zh')(new UsageError('--top takes a whole number.'));
  expect([written, code]).toEqual(['--top takes a whole number.\n', 2]);
});

test('a defect is told with its stack', () => {
  exitOn(new TypeError('x'));
  expect(written).toMatch(/^TypeError: x\n\s+at /);
  expect(code).toBe(1);
});
