import { decode } from '../decode.js';
import type { Fault } from '../fault.js';
import { createNumbering } from '../identity.js';
import { failed, found, type ReadOutcome, read } from '../reader.js';
import { nameOf } from '../source-name.js';
import { isArticleList, readArticleRows } from './article-rows.js';
import { csvRowsOf } from './csv-rows.js';
import { DELIMITER_NAMES, type Delimiter, delimiterOf } from './delimiter.js';
import { articleOfTable } from './table-article.js';
import { readTable } from './table-drafts.js';

const FORMAT = 'CSV';
/** The first line by which Excel is told of the delimiter; it is no row. */
const EXCEL_DELIMITER = /^sep=([,;|\t])\r?\n/iu;

/**
 * Reads a table as text (`Reader`), its cells parted by commas, tabs, semicolons or vertical bars: one article of rows, or,
 * where the columns are those of a list of articles, an article a row.
 */
export async function* readCsv(source: string, bytes: Uint8Array): AsyncGenerator<ReadOutcome> {
  const decoded = decode(bytes);
  if (decoded.kind === 'undecodable') {
    yield failed(source, decoded);
    return;
  }
  const stated = EXCEL_DELIMITER.exec(decoded.text);
  const text = decoded.text.slice(stated?.[0].length ?? 0);
  const usual = source.toLowerCase().endsWith('.tsv') ? '\t' : ',';
  const delimiter = (stated?.[1] as Delimiter | undefined) ?? delimiterOf(text, usual);
  const { rows, openQuote } = await csvRowsOf(text, delimiter);
  if (openQuote !== undefined) yield failed(source, faultOfQuote(openQuote), openQuote);
  const more = { encoding: decoded.encoding, fields: { delimiter: DELIMITER_NAMES[delimiter] } };
  const table = readTable(rows);
  if (isArticleList(table)) yield* readArticleRows(source, rows, table, FORMAT, more);
  else {
    yield found(FORMAT, more);
    const article = articleOfTable(source, table, nameOf(source), createNumbering());
    if (article) yield read(article);
  }
}

function faultOfQuote(row: number): Fault {
  return {
    problem: {
      en: `A quotation mark in row ${row} is not closed, so those of the whole file are read as text.`,
      zh: '这一行有一个引号没有配对，所以整个文件的引号都当作文字。',
    },
    remedy: {
      en: 'Close it, or double it ("") where it belongs to the text.',
      zh: '请补上另一半；引号本身是文字的，写成两个（""）。',
    },
  };
}
