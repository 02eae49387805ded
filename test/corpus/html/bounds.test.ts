import { expect, test } from 'vitest';
import { readHtmlFile } from '../../../src/corpus/html/html-file.js';
import { expectInProportion } from '../growth.js';

const BYTES = 2_000_000;
const DEEP = 'It cannot be read: its elements are nested more than 512 deep.';

/** Something as often as makes two megabytes, read to an article's blocks or to what is wrong. */
const cases: readonly [
  name: string,
  times: number,
  html: (times: number) => string,
  expected: number | string,
][] = [
  ['nested elements', BYTES / 5, (times) => '<div>'.repeat(times), DEEP],
  ['elements left open', BYTES / 3, (times) => '<b>'.repeat(times), DEEP],
  ['one line of digits', BYTES / 10, (times) => '1234567890'.repeat(times), 1],
  ['a heading of 50,000 characters', 50_000, (times) => `<h1>${'题'.repeat(times)}</h1><p>渡口停航。</p>`, 2],
  ['white space between two characters', BYTES / 2, (times) => `<p>渡${' \n'.repeat(times)}口`, 1],
];

test.each(cases)('time is in proportion to length: %s', (_, times, html, expected) =>
  expectInProportion((some) => {
    const [read] = [...readHtmlFile('a.html', Buffer.from(html(some)))].flatMap(
      (outcome): (string | number)[] => {
        if (outcome.kind === 'article') return [outcome.article.blocks.length];
        return outcome.kind === 'unreadable' ? [outcome.unreadable.problem.en] : [];
      },
    );
    expect(read).toBe(expected);
  }, times),
);
