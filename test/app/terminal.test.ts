import { describe, expect, it } from 'vitest';
import { loggerTo, readable } from '../../src/app/log.js';
import { jsonLine, visible, visibleIn, visibleInLine } from '../../src/app/terminal.js';
import { folderWith } from '../cli/command.js';
import { runAsk } from '../cli/run-ask.js';
import { runRead } from '../cli/run-read.js';

/** What a terminal obeys, or shows otherwise than it is: its title, its screen, its clipboard, the direction of a line. */
const HOSTILE =
  '\u001b]0;owned\u0007\u001b[2J\u001b[8m\u009b31m\u0008\u0000\u007f\r\u202e\u2066\u200f\u2028\u001b]52;c;cm0=\u001b\\';
const OBEYED = /(?![\n\t])[\p{Cc}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u;

describe('what is shown', () => {
  it.each([
    ['plain text', '图书馆 library é 𠮷', '图书馆 library é 𠮷'],
    ['lines and tabs', 'a\n\tb', 'a\n\tb'],
    ['ESC and BEL', '\u001b]0;x\u0007', '␛]0;x␇'],
    ['carriage return, backspace, NUL, DEL', '\r\b\0\u007f', '␍␈␀␡'],
    ['C1', '\u009b31m', '\ufffd31m'],
    ['a reversed line', 'txt.\u202efdp', 'txt.\ufffdfdp'],
  ])('%s', (_, text, expected) => {
    expect(visible(text)).toBe(expected);
  });

  it('keeps each UTF-16 unit in its place', () => {
    const text = `𠮷${HOSTILE}a`;
    expect(visible(text)).toHaveLength(text.length);
    expect(visible(text).at(-1)).toBe('a');
  });

  it('stays in its line, where it is a name', () => {
    expect(visibleInLine('a\n✓ all is well\tb')).toBe('a␊✓ all is well␉b');
  });

  it('is looked for in all of a value', () => {
    expect(visibleIn({ a: [{ b: '\u001b' }], n: 1, none: null, '\u0007': true })).toEqual({
      a: [{ b: '␛' }],
      n: 1,
      none: null,
      '␇': true,
    });
  });

  it('as JSON means the same', () => {
    const line = jsonLine({ text: HOSTILE });
    expect(line).not.toMatch(/[\p{Cc}\u2028\u202e]/u);
    expect(JSON.parse(line)).toEqual({ text: HOSTILE });
  });
});

describe('an article full of them', () => {
  const files = {
    'a.jsonl': `${JSON.stringify({
      title: `图书馆延长开放${HOSTILE}`,
      text: `市图书馆${HOSTILE}每晚开到21点。`,
      byline: HOSTILE,
      page: HOSTILE,
      publication: HOSTILE,
    })}\n`,
    'b.txt': `# 标题${HOSTILE}\n正文${HOSTILE}延长到22点。\n`,
  };

  it.each([
    ['an answer', ['图书馆开到几点？']],
    ['its reasons', ['--explain', '图书馆开到几点？']],
    ['JSON', ['--json', '--explain', '图书馆开到几点？']],
    ['a refusal', [`火星${HOSTILE}基地`]],
  ])('asked: %s', async (_, args) => {
    const { stdout, stderr } = await runAsk(['--corpus', await folderWith(files), ...args], {
      env: { READER: 'off' },
    });
    expect(stdout).not.toBe('');
    expect(stdout + stderr).not.toMatch(OBEYED);
  });

  it.each([[[]], [['--json']], [['--show', '1']], [['--show', '1', '--json']]])(
    'read: %j',
    async (options) => {
      const { stdout, stderr } = await runRead([...options, await folderWith(files)]);
      expect(stdout).not.toBe('');
      expect(stdout + stderr).not.toMatch(OBEYED);
    },
  );
});

it('in the log that people read: messages, fields and names of fields', () => {
  const written: string[] = [];
  const log = loggerTo(
    readable((text) => written.push(text)),
    'info',
    [],
  );
  log.warn({ [HOSTILE]: HOSTILE, deep: [HOSTILE], err: new Error(HOSTILE) }, HOSTILE);
  // The log's own colours, where it has any, are no concern of this.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences that are meant
  expect(written.join('').replaceAll(/\u001b\[\d+m/g, '')).not.toMatch(OBEYED);
});
