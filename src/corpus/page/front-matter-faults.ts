import { isDate, noDate } from '../date.js';
import type { Fault } from '../fault.js';
import {
  BLOCK,
  continues,
  FACTS,
  isKnown,
  LINE_BREAK,
  LONGEST,
  nameIn,
  readFrontMatter,
} from './front-matter.js';

/** Something in front matter, or in what was meant to be, that is not as it should be. */
export interface FrontMatterFault extends Fault {
  /** Counted from 1. */
  readonly line: number;
}

const OPENING = /^\s*---[ \t]*(?:\r\n|\n|\r)/;
/** A line that begins with a known name and goes on with something else than a colon: `date 2025-10-27`. */
const WITHOUT_COLON = new RegExp(
  `^(?:${[...FACTS, 'title'].join('|')})[ \\t]*(?:=|[ \\t](?=\\P{Script=Latin}+$))`,
  'iu',
);

/**
 * What is wrong with the front matter of a text or Markdown file, in the order of the lines. Where the block is not read
 * as such, something known has to stand at its head, with a colon or without, for it to be taken for one: a rule may
 * stand above an article, and prose between two of them.
 */
export function frontMatterFaults(text: string): FrontMatterFault[] {
  const start = text.slice(0, LONGEST);
  const opening = OPENING.exec(start)?.[0];
  if (opening === undefined) return [];
  const first = opening.split(LINE_BREAK).length;
  const block = BLOCK.exec(start)?.[1];
  const lines = (block ?? start.slice(opening.length)).split(LINE_BREAK);
  const stray = lines.findIndex((line, i) => !isEntry(line, lines.slice(0, i)));
  if (block !== undefined && stray < 0) {
    const faults = [...unknownNames(lines, first), ...strangeDate(text, lines, first)];
    return faults.sort((a, b) => a.line - b.line);
  }
  const head = headOf(lines);
  if (!head.some(isMeant)) return [];
  // Entries that are followed by text have no end of their own; the block's is another rule, further down.
  return block === undefined || stray >= head.length ? [unclosed(first - 1)] : [noColon(first + stray)];
}

/** The lines down to the first that is empty or begins like a headline: there the entries should have ended. */
function headOf(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line, i) => i > 0 && /^\s*$|^#{1,6}\s/.test(line));
  return end < 0 ? lines : lines.slice(0, end);
}

function isEntry(line: string, before: readonly string[]): boolean {
  return (
    nameIn(line) !== undefined ||
    continues(line, before.some((other) => nameIn(other) !== undefined) ? 'name' : '')
  );
}

function noColon(line: number): FrontMatterFault {
  return {
    line,
    problem: 'A line between the two --- has no colon, so they and all between them are read as text.',
    remedy: 'Write the line as "name: value", or remove it.',
  };
}

function unclosed(line: number): FrontMatterFault {
  return {
    line,
    problem: 'The block that begins with --- has no end, so it is read as text.',
    remedy: 'Put a line of --- after its last entry.',
  };
}

function unknownNames(lines: readonly string[], first: number): FrontMatterFault[] {
  return lines.flatMap((line, i) => {
    const name = nameIn(line);
    return name === undefined || isKnown(name) ? [] : unknownName(name, first + i);
  });
}

function unknownName(name: string, line: number): FrontMatterFault {
  return {
    line,
    problem: `The name "${name}" means nothing here and is passed over.`,
    remedy: `Use ${[...FACTS, 'title'].join(', ')}, or remove the line.`,
  };
}

function strangeDate(text: string, lines: readonly string[], first: number): FrontMatterFault[] {
  const { date } = readFrontMatter(text).facts;
  if (date === undefined || isDate(date)) return [];
  return [{ ...noDate(date), line: first + lines.findLastIndex((line) => nameIn(line) === 'date') }];
}

/** Whether a line states something known, if only its colon is not forgotten. */
function isMeant(line: string): boolean {
  return isKnown(nameIn(line)) || WITHOUT_COLON.test(line);
}
