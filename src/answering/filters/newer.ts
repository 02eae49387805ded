import type { Article } from '../../corpus/article.js';
import { namesNoArticle } from '../../corpus/bare-names.js';
import { fold } from '../../language/fold.js';
import type { RankedPassage } from '../ranking/rank.js';
import { areAlike } from './alike.js';
import { correctedBy, repealedBy } from './repeals.js';

/** Asks for what holds at present. */
const PRESENT = /最新|最近|现在|目前|如今|现行|眼下|\b(?:latest|newest|currently|now)\b/;
/** How far behind the first, in points of the ranking, a passage answers about equally. */
const ABOUT_EQUAL = 1.5;
/** How many of the first passages are compared. */
const COMPARED = 8;
/** What a title has beside that of the article that it corrects or revises. */
const REVISES = /更正|修订|修正|勘误|订正|新修|最新|[（(][^）)]*[）)]|[《》〈〉：:\s“”"|丨]/gu;
/** Such a word in other brackets, with what stands by it there: 【更正】, ［更正启事］, [已废止]. */
const LABEL =
  /[【［[〔][^【［[〔】\]］〕]{0,8}(?:更正|修订|修正|勘误|订正|废止)[^【［[〔】\]］〕]{0,8}[】\]］〕]/gu;

/** Whether a question asks for what holds at present. */
export function asksForPresent(text: string): boolean {
  return PRESENT.test(fold(text));
}

/**
 * Whether an article takes the place of another: it says that the other holds no longer, or it has the same title (and about the
 * same text, where the title tells of no one article), or one that names it, or corrects the article of that title, and a later
 * date.
 */
export function replaces(newer: Article, older: Article): boolean {
  if (newer === older) return false;
  if (repeals(newer, older)) return newer.when === undefined || newer.when >= (older.when ?? '');
  if (newer.when === undefined || older.when === undefined || newer.when <= older.when) return false;
  const [its, other] = [subject(newer.title), subject(older.title)];
  if (other === '') return false;
  return (its === other && isOfOneText(newer, older)) || subject(correctedBy(newer) ?? '') === other;
}

/** Whether two articles of one title are versions of one text: a title that many may bear (`通知`, an office's name) shows nothing. */
function isOfOneText(newer: Article, older: Article): boolean {
  return !namesNoArticle(older.title) || areAlike(newer.text, older.text);
}

/** Whether it says so of the whole title, however the other's own may call it besides (（2019年修订）). */
function repeals(newer: Article, older: Article): boolean {
  const title = subject(older.title);
  return title !== '' && [...repealedBy(newer)].some((named) => subject(named) === title);
}

/** A title without what says that it corrects or revises, so that it is the same as that of what it corrects. */
function subject(title: string): string {
  return fold(title).replace(LABEL, '').replace(REVISES, '');
}

/**
 * Puts what is newer before what it replaces, where both answer about equally; where the present is asked for, the newest of
 * all that do.
 * @param ordered best first
 */
export function newerFirst(ordered: readonly RankedPassage[], present: boolean): readonly RankedPassage[] {
  const best = Math.max(...ordered.slice(0, COMPARED).map(({ score }) => score));
  const equal = ordered.slice(0, COMPARED).filter(({ score }) => best - score <= ABOUT_EQUAL);
  const article = ({ candidate }: RankedPassage): Article => candidate.passage.article;
  const sorted: RankedPassage[] = [];
  for (const each of equal) {
    const { when } = article(each);
    const place = sorted.findIndex(
      (other) =>
        replaces(article(each), article(other)) ||
        (present && when !== undefined && when > (article(other).when ?? '')),
    );
    sorted.splice(place < 0 ? sorted.length : place, 0, each);
  }
  const moved = new Set(equal);
  let next = 0;
  return ordered.map((each) => (moved.has(each) ? (sorted[next++] as RankedPassage) : each));
}
