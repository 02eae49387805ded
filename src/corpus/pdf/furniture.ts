import type { Line } from './page-text.js';

/** A page's lines with its height. */
export interface PageLines {
  readonly height: number;
  readonly lines: readonly Line[];
}

/** Share of a page's height, at the top and at the bottom, in which running heads and page numbers stand. */
const MARGIN = 0.12;
/** Least share of the pages that a running head stands on: one of a left-hand page is on half of them, less what is blank. */
const LEAST_SHARE = 0.3;
/** How far apart it may stand on different pages, in points. */
const SAME_HEIGHT = 4;
const PAGE_NUMBER =
  /^[\s·•—–-]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*[/／]\s*\d{1,4})?(?:\s*页)?(?:[,，\s]*共\s*\d{1,4}\s*页)?[\s·•—–-]*$/iu;

/** The pages' lines less running heads and feet, and page numbers. */
export function withoutFurniture(pages: readonly PageLines[]): Line[][] {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const key of new Set(
      page.lines.filter((line) => isInMargin(line, page)).flatMap((line) => keysOf(line, page)),
    ))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(2, pages.length * LEAST_SHARE);
  const repeats = (line: Line, page: PageLines) =>
    keysOf(line, page).some((key) => (counts.get(key) ?? 0) >= least);
  return pages.map((page) =>
    page.lines.filter(
      (line) => !isInMargin(line, page) || !(PAGE_NUMBER.test(line.text) || repeats(line, page)),
    ),
  );
}

function isInMargin({ y }: Line, { height }: PageLines): boolean {
  return y < height * MARGIN || y > height * (1 - MARGIN);
}

/** What a line has in common with the same one of other pages: its words, but for numbers, and about its height. */
function keysOf({ text, y }: Line, { height }: PageLines): string[] {
  const words = text.replace(/\d+/g, '#').replace(/\s+/g, '');
  const from = y < height / 2 ? y : y - height;
  const step = Math.round(from / SAME_HEIGHT);
  return [`${step} ${words}`, `${step + 1} ${words}`];
}
