import type { Article } from '../../corpus/article.js';
import { fold } from '../../language/fold.js';

/** Words by which a text ends others: 《旧办法》同时废止, 《旧通知》自本通知印发之日起失效. */
const ENDS = /废止|失效|停止执行|不再执行/gu;
const ENDS_SENTENCE = /[。；;\n]/u;
/** How far before such a word the titles are looked for, in UTF-16 units. */
const MOST_UNITS = 400;
const TITLE = /《([^《》]{2,80})》/gu;
/** 未废止, 不得废止: what stands so still holds. */
const NOT = /(?:未|不得|没有)被?$/u;

/** Most articles repeal nothing. */
const NONE: ReadonlySet<string> = new Set();
const known = new WeakMap<Article, ReadonlySet<string>>();

/** Titles, folded, of what an article says to hold no longer. */
export function repealedBy(article: Article): ReadonlySet<string> {
  let titles = known.get(article);
  if (!titles) {
    const found = new Set(titlesIn(fold(article.text)));
    titles = found.size === 0 ? NONE : found;
    known.set(article, titles);
  }
  return titles;
}

function* titlesIn(text: string): Generator<string> {
  for (const { index } of text.matchAll(ENDS)) {
    const sentence =
      text
        .slice(Math.max(0, index - MOST_UNITS), index)
        .split(ENDS_SENTENCE)
        .at(-1) ?? '';
    if (!NOT.test(sentence)) for (const [, title = ''] of sentence.matchAll(TITLE)) yield title;
  }
}
