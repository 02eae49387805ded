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
/** Titles of articles that only correct another: 更正, 更正启事, 致歉. */
const CORRECTION = /^\s*(?:更正|勘误|订正|致歉|更正(?:及|与|暨)?致歉)(?:启事|声明|说明|公告)?\s*$/u;
/** How far into such an article the title of the other is looked for, in UTF-16 units. */
const CORRECTION_UNITS = 200;

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

/** The title, folded, that an article names which does nothing but correct one: 本报11月23日《…》一文. The first alone is that. */
export function correctedBy({ title, text }: Article): string | undefined {
  if (!CORRECTION.test(fold(title))) return undefined;
  const [first] = fold(text.slice(0, CORRECTION_UNITS)).matchAll(TITLE);
  return first?.[1];
}
