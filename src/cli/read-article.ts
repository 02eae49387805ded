import { jsonLine } from '../app/terminal.js';
import type { Article, Block } from '../corpus/article.js';
import { sectionOf } from '../corpus/surroundings.js';
import type { ReadLocale } from './read-locale.js';

/** An article block by block, as a person reads it in a terminal. */
export function articleText(article: Article, number: number, locale: ReadLocale): string {
  const { title, source, unit = 'line', lines, blocks, publication, when, date, page, byline } = article;
  const facts = [publication, when ?? date, page, byline].filter((fact) => fact !== undefined);
  const head = [`${number}. ${title}`, source, locale.place(unit, ...lines), ...facts];
  const parts = blocks.map((block, i) => blockText(article, block, i + 1, locale));
  return [head.filter((part) => part !== '').join(' · '), ...parts].join('\n\n');
}

function blockText(article: Article, block: Block, number: number, locale: ReadLocale): string {
  const place = locale.place(article.unit ?? 'line', ...block.lines);
  const section = sectionOf(article, block).join(' › ');
  const lead = block.lead === undefined ? '' : locale.belongsTo(block.lead + 1);
  const head = [`${number} ${block.role}`, place, section, lead].filter((part) => part !== '').join(' · ');
  return `${head}\n  ${article.text.slice(block.start, block.end).replaceAll('\n', '\n  ')}`;
}

/** The same as one line of JSON; places are counted in `unit`. */
export function articleJson(article: Article, number: number): string {
  const { text, blocks, sections: _, added: _added, unit = 'line', ...facts } = article;
  return jsonLine({
    number,
    ...facts,
    unit,
    blocks: blocks.map((block) => ({
      role: block.role,
      section: sectionOf(article, block),
      place: block.lines,
      ...(block.lead !== undefined && { lead: block.lead + 1 }),
      text: text.slice(block.start, block.end),
    })),
  });
}
