import { expect, test } from 'vitest';
import { readHtmlFile } from '../../../src/corpus/html/html-file.js';

const BYTES = 2_000_000;
const MOST_MS = 2000;
const DEEP = 'It cannot be read: its elements are nested more than 512 deep.';

/** Two megabytes of something, read to an article's blocks or to what is wrong. */
const cases: readonly [name: string, html: string, expected: number | string][] = [
  ['nested elements', '<div>'.repeat(BYTES / 5), DEEP],
  ['elements left open', '<b>'.repeat(BYTES / 3), DEEP],
  ['one line of digits', '1234567890'.repeat(BYTES / 10), 1],
  ['a heading of 50,000 characters', `<h1>${'题'.repeat(50_000)}</h1><p>渡口停航。</p>`, 2],
  ['white space between two characters', `<p>渡${' \n'.repeat(BYTES / 2)}口`, 1],
];

test.each(cases)('%s', (_, html, expected) => {
  const started = performance.now();
  const [read] = [...readHtmlFile('a.html', Buffer.from(html))].flatMap((outcome): (string | number)[] => {
    if (outcome.kind === 'article') return [outcome.article.blocks.length];
    return outcome.kind === 'unreadable' ? [outcome.unreadable.problem] : [];
  });
  expect(read).toBe(expected);
  expect(performance.now() - started).toBeLessThan(MOST_MS);
});
