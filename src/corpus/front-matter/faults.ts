import { isDate, noDate } from '../date.js';
import type { Fault } from '../fault.js';
import { isTypoOf } from '../typo.js';
import { type HeadBlock, headBlock, isEntryLine, LINE_BREAK, LONGEST, nameIn } from './block.js';
import { readFrontMatter } from './front-matter.js';
import { FIELD_OF_NAME, type Field, MAIN_NAMES, NAMES } from './names.js';
import { valuesOf } from './values.js';

/** Something in front matter, or in what was meant to be, that is not as it should be. */
export interface FrontMatterFault extends Fault {
  /** Counted from 1. */
  readonly line: number;
}

const OPENING = /^\s*(---|\+\+\+|;;;)[ \t]*(?:\r\n|\n|\r)/;
/** A line that begins with a known name and goes on with something else than a colon: `date 2025-10-27`. */
const WITHOUT_COLON = new RegExp(
  `^(?:${MAIN_NAMES.join('|')})[ \\t]*(?:=|[ \\t](?=\\P{Script=Latin}+$))`,
  'iu',
);
/** Shorter names have too many neighbours that mean something else: `data`, `pages`. */
const LEAST_FOR_TYPOS = 5;
const SYNTAX_NAMES = { yaml: 'YAML', toml: 'TOML', json: 'JSON' } as const;

/**
 * What is wrong with the front matter of a text or Markdown file, in the order of the lines. Where the block is not read
 * as such, something known has to stand at its head, with a colon or without, for it to be taken for one: a rule may
 * stand above an article, and prose between two of them.
 */
export function frontMatterFaults(text: string): FrontMatterFault[] {
  const block = headBlock(text);
  if (block && valuesOf(block)) return [...typos(block), ...strangeDate(text, block)].sort(byLine);
  if (block && block.syntax !== 'yaml') return isMeantAs(block) ? [broken(block)] : [];
  const opening = OPENING.exec(text.slice(0, LONGEST))?.[0];
  return opening === undefined ? [] : unread(text.slice(0, LONGEST), opening, block);
}

/** What is wrong with a block of YAML that is read as text. */
function unread(head: string, opening: string, block: HeadBlock | undefined): FrontMatterFault[] {
  const first = opening.split(LINE_BREAK).length;
  const lines = block?.content.split('\n') ?? head.slice(opening.length).split(LINE_BREAK);
  const end = lines.findIndex((line, i) => i > 0 && /^\s*$|^#{1,6}\s/.test(line));
  // Down to the first line that is empty or begins like a headline: there the entries should have ended.
  const entries = end < 0 ? lines : lines.slice(0, end);
  if (!entries.some(isMeant)) return [];
  const stray = strayLine(lines);
  return block === undefined || stray < 0 || stray >= entries.length
    ? [unclosed(first - 1, opening.trim())]
    : [noColon(first + stray)];
}

function strayLine(lines: readonly string[]): number {
  let below = false;
  return lines.findIndex((line) => {
    const fits = isEntryLine(line, below);
    below ||= nameIn(line) !== undefined;
    return !fits;
  });
}

function noColon(line: number): FrontMatterFault {
  return {
    line,
    problem: {
      en: 'A line between the two --- has no colon, so they and all between them are read as text.',
      zh: '两行 --- 之间有一行缺冒号，所以都当作正文。',
    },
    remedy: {
      en: 'Write the line as "name: value", or remove it.',
      zh: '请把这一行写成“名称: 值”，或删掉它。',
    },
  };
}

function unclosed(line: number, mark: string): FrontMatterFault {
  return {
    line,
    problem: {
      en: `The block that begins with ${mark} has no end, so it is read as text.`,
      zh: `以 ${mark} 开头的信息没有结束标记，所以当作正文。`,
    },
    remedy: {
      en: `Put a line of ${mark} after its last entry.`,
      zh: `请在最后一项下面加一行 ${mark}。`,
    },
  };
}

function broken({ syntax, line }: HeadBlock): FrontMatterFault {
  return {
    line,
    problem: {
      en: `The block at the head of the file is no ${SYNTAX_NAMES[syntax]}, so it is read as text.`,
      zh: `文件开头的信息不是正确的 ${SYNTAX_NAMES[syntax]}，所以当作正文。`,
    },
    remedy: {
      en: 'Correct it, or write lines of "name: value" between two lines of ---.',
      zh: '请改正，或在两行 --- 之间一行一项写成“名称: 值”。',
    },
  };
}

/** A name that is a known one but for a typing error. Other names are of other programs. */
function typos(block: HeadBlock): FrontMatterFault[] {
  return [...(valuesOf(block)?.keys() ?? [])].flatMap((name) => {
    if (FIELD_OF_NAME.has(name)) return [];
    const meant = MAIN_NAMES.find((field) => field.length >= LEAST_FOR_TYPOS && isTypoOf(name, field));
    if (meant === undefined) return [];
    return {
      line: lineOf(block, [name]),
      problem: {
        en: `The name "${name}" means nothing here and is passed over.`,
        zh: `不认得名称“${name}”，已略过。`,
      },
      remedy: {
        en: `Write "${meant}", if that is what is meant.`,
        zh: `如果想写的是“${meant}”，请改正。`,
      },
    };
  });
}

function strangeDate(text: string, block: HeadBlock): FrontMatterFault[] {
  const { date } = readFrontMatter(text).facts;
  return date === undefined || isDate(date) ? [] : [{ ...noDate(date), line: lineOfField(block, 'date') }];
}

/** The line of the file where a draft says that it is one. */
export function draftLine(text: string): number | undefined {
  const block = headBlock(text);
  return (
    block && lineOf(block, block.content.match(/^[\s{,]*["']?draft\b/imu) ? NAMES.draft : NAMES.published)
  );
}

function lineOfField(block: HeadBlock, field: Field): number {
  return lineOf(block, NAMES[field]);
}

/** The last line that begins with one of the names; the block's first where none does. */
function lineOf({ content, line }: HeadBlock, names: readonly string[]): number {
  const at = content.split('\n').findLastIndex((text) => {
    const name = /^[\s{,]*["']?([\p{L}_][\p{L}\p{N}_-]*)["']?[ \t]*[:：=]/u.exec(text)?.[1]?.toLowerCase();
    return name !== undefined && names.includes(name);
  });
  return line + Math.max(at, 0);
}

/** Whether a line states something known, if only its colon is not forgotten. */
function isMeant(line: string): boolean {
  return FIELD_OF_NAME.has(nameIn(line) ?? '') || WITHOUT_COLON.test(line);
}

/** Whether a block names something known. */
function isMeantAs({ content }: HeadBlock): boolean {
  return content
    .split('\n')
    .some((line) =>
      FIELD_OF_NAME.has(/^[\s{,]*["']?([\p{L}_]+)["']?\s*[:=]/u.exec(line)?.[1]?.toLowerCase() ?? ''),
    );
}

function byLine(a: FrontMatterFault, b: FrontMatterFault): number {
  return a.line - b.line;
}
