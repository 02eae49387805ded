import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/corpus/article.js';
import { readHtmlFile } from '../../../src/corpus/html/html-file.js';

/**
 * Pages as the systems of papers, authorities, accounts, forums and people make them, in `pages/`. Beside each stands what is
 * read of it: its facts, and below the empty line its blocks with their lines, the block that they belong to (`< 4`)
 * and their section (`[…]`).
 */
const PAGES = new URL('pages/', import.meta.url);
const FACTS = [
  'title',
  'subtitle',
  'kicker',
  'publication',
  'date',
  'page',
  'author',
  'byline',
  'credit',
  'url',
  'language',
] as const;

const pages = readdirSync(PAGES).filter((name) => /\.html?$/.test(name));

describe.each(pages)('%s', (name) => {
  test('is read as told', () => {
    const told = readFileSync(new URL(name.replace(/\.html?$/, '.txt'), PAGES), 'utf8');
    const articles = [...readHtmlFile(name, readFileSync(new URL(name, PAGES)))].flatMap((outcome) =>
      outcome.kind === 'article' ? [outcome.article] : [],
    );
    expect(articles.map(describedAs).join('\n')).toBe(told.trimEnd());
  });
});

function describedAs(article: Article): string {
  const facts = FACTS.flatMap((fact) => (article[fact] === undefined ? [] : [`${fact}: ${article[fact]}`]));
  const blocks = article.blocks.map(({ role, start, end, lines, lead, section }) => {
    const belongs = lead === undefined ? '' : ` < ${lead}`;
    const path = section === undefined ? '' : ` [${article.sections?.[section]?.join(' / ')}]`;
    return `${lines.join('-')} ${role}${belongs}${path}: ${article.text.slice(start, end)}`;
  });
  return [...facts, '', ...blocks].join('\n');
}
