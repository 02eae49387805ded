import { stripVTControlCharacters } from 'node:util';
import { HttpError } from 'grammy';
import { describe, expect, it } from 'vitest';
import { loggerTo, readable } from '../../src/app/log.js';

const TOKEN = '123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc';

/** What is written by a use of the log: as it is for programs, and as people see it. */
function written(use: (log: ReturnType<typeof loggerTo>) => void): { json: string; read: string } {
  const json: string[] = [];
  const read: string[] = [];
  use(loggerTo({ write: (line) => json.push(line) }, 'info', [TOKEN]));
  const forPeople = readable((text) => read.push(text));
  use(loggerTo(forPeople, 'info', [TOKEN]));
  return { json: json.join(''), read: stripVTControlCharacters(read.join('')) };
}

describe('the log', () => {
  it('is JSON for programs, and lines with time, level, message and fields for people', () => {
    const { json, read } = written((log) => {
      log.info({ bot: 'jianbao_bot', articles: 12 }, 'ready');
      log.warn('a.md:2: The date “春天” is not read as one.');
      log.debug('not wanted');
    });
    expect(
      json
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { level: 30, time: expect.any(Number), bot: 'jianbao_bot', articles: 12, msg: 'ready' },
      { level: 40, time: expect.any(Number), msg: 'a.md:2: The date “春天” is not read as one.' },
    ]);
    expect(read.replaceAll(/\d\d:\d\d:\d\d/g, '20:15:00')).toBe(
      '[20:15:00] INFO: ready {"bot":"jianbao_bot","articles":12}\n' +
        '[20:15:00] WARN: a.md:2: The date “春天” is not read as one.\n',
    );
  });

  it('holds no secret, in either form', () => {
    const cause = new Error(`request to https://api.telegram.org/bot${TOKEN}/getMe failed`);
    const { json, read } = written((log) => {
      log.error({ err: new HttpError(`Network request for ${TOKEN} failed`, cause) }, 'a call failed');
      log.error({ err: new Error('outer', { cause }) }, 'another');
    });
    for (const text of [json, read]) {
      expect(text).not.toContain(TOKEN);
      expect(text).toContain('bot[secret]/getMe failed');
      expect(text).toContain('Network request for [secret] failed');
    }
    expect(read).toMatch(/ERROR: a call failed\s*\n[\s\S]*ERROR: another\s*\n[\s\S]*\n\s+at /);
  });
});
