import { expect } from 'vitest';
import type { Article, Block } from '../../../src/corpus/article.js';
import { headBlock } from '../../../src/corpus/front-matter/block.js';
import { type PageArticle, readPage } from '../../../src/corpus/page/page.js';

/** The articles of a page, each as its blocks in the form `role: text`. */
export function outline(text: string, source = 'page.txt'): string[][] {
  return articlesOf(text, source).map(({ article }) =>
    article.blocks.map((block) => `${block.role}: ${blockText(article.text, block)}`),
  );
}

/** Reads a page and checks what holds for every page: nothing is lost, nothing is told twice. */
export function articlesOf(text: string, source = 'page.txt'): PageArticle[] {
  const articles = [...readPage(source, text)];
  expectAccounted(text, articles);
  return articles;
}

/**
 * Every character of the file that is not white space is in exactly one article or left out by exactly one, and an
 * article's text is made of what it took in the order of the file. Empty headlines of an empty file aside, and what a file states
 * of itself where it has no article.
 */
export function expectAccounted(text: string, articles: readonly PageArticle[]): void {
  if (articles.length === 0) {
    const stated = headBlock(text)?.range.end ?? 0;
    expect(text.slice(stated).replace(/[#\s]/g, '')).toBe('');
    return;
  }
  const owners = new Uint8Array(text.length);
  for (const { article, taken, left } of articles) {
    for (const { start, end } of [...taken, ...left]) for (let i = start; i < end; i++) owners[i]!++;
    const characters = taken.map(({ start, end }) => text.slice(start, end)).join('');
    expect(withoutSpace(ownText(article))).toBe(withoutSpace(characters));
    expect(taken).toEqual([...taken].sort((a, b) => a.start - b.start));
    expect(article.blocks.map((block) => blockText(article.text, block)).join('\n')).toBe(article.text);
  }
  const lost = [...text].map((_, i) => text[i]!).filter((unit, i) => unit.trim() !== '' && owners[i] === 0);
  expect(lost.join('')).toBe('');
  expect(Math.max(0, ...owners)).toBeLessThanOrEqual(1);
}

export function blockText(text: string, { start, end }: Block): string {
  return text.slice(start, end);
}

/** The text less what was put beside the source's words. */
function ownText({ text, added = [] }: Article): string {
  const edges = [0, ...added.flatMap(({ start, end }) => [start, end]), text.length];
  return edges.map((start, i) => (i % 2 === 0 ? text.slice(start, edges[i + 1]) : '')).join('');
}

function withoutSpace(text: string): string {
  return text.replace(/\s/g, '');
}
