import { fold } from '../../language/fold.js';
import { readHan } from '../../language/numerals.js';
import type { BlockDraft } from '../block-draft.js';

/** A line that names a part of a regulation or a book. */
interface Chapter {
  /** The lower, the larger the part. */
  readonly rank: number;
  readonly number: number;
}

const RANKS: Readonly<Record<string, number>> = { 编: 0, 篇: 0, 章: 1, 节: 2 };
/** Parts of what is parted otherwise, too, as days and matches are: they are read as such below a chapter alone. */
const SMALLEST = 2;
/** Longest of these lines in UTF-16 units. */
const MOST_UNITS = 50;
/** Most lines of contents that are looked over. */
const MOST_LISTED = 200;
/** `第一章`, `第一章 总则`, `第二节工资`; no sentence, and nothing that speaks of a chapter (`第一章的规定`). */
const CHAPTER =
  /^第([〇零一二三四五六七八九十百]{1,5}|\d{1,3})([编篇章节])(?:$|[\s:：.．、·]{1,4}[^。；;：:，,！？]{1,30}$|(?![的之规所中至到和与及])\p{Script=Han}{2,14}$)/u;

/**
 * Makes subheads of the lines that begin a chapter (`第一章 总则`) and have text below them, whatever stands above; sections (节)
 * stand below chapters. In a list of contents they are none.
 */
export function withChapters<Draft extends BlockDraft>(drafts: readonly Draft[]): Draft[] {
  const chapters = chaptersOf(drafts);
  const ranks = [...new Set(chapters.flatMap((chapter) => chapter?.rank ?? []))].sort((a, b) => a - b);
  if (ranks.length === 0) return [...drafts];
  const depthOf = ({ rank }: Chapter) => ranks.indexOf(rank) + 1;
  const above = levelAbove(drafts, chapters, depthOf);
  return drafts.map((draft, i) => {
    const chapter = chapters[i];
    if (!chapter) return draft;
    const depth = depthOf(chapter);
    if (draft.role === 'subhead') return { ...draft, level: Math.max(draft.level ?? 1, depth) };
    return hasText(chapters, i) && !isListed(chapters, i)
      ? { ...draft, role: 'subhead', level: above + depth }
      : draft;
  });
}

/** The level below which chapters stand that no mark tells: above those that marks tell, else that of the heading before them. */
function levelAbove(
  drafts: readonly BlockDraft[],
  chapters: readonly (Chapter | undefined)[],
  depthOf: (chapter: Chapter) => number,
): number {
  const marked = drafts.findIndex(({ role }, i) => role === 'subhead' && chapters[i] !== undefined);
  if (marked >= 0) return Math.max(0, (drafts[marked]!.level ?? 1) - depthOf(chapters[marked]!));
  const before = drafts.slice(
    0,
    chapters.findIndex((chapter) => chapter !== undefined),
  );
  const heading = before.findLast(({ role }) => role === 'subhead');
  return heading ? (heading.level ?? 1) : 0;
}

function chaptersOf(drafts: readonly BlockDraft[]): (Chapter | undefined)[] {
  const found = drafts.map(({ role, text }) =>
    role === 'paragraph' || role === 'subhead' ? chapterOf(text) : undefined,
  );
  const hasLarger = found.some((chapter) => chapter && chapter.rank < SMALLEST);
  return hasLarger ? found : found.map(() => undefined);
}

function chapterOf(text: string): Chapter | undefined {
  if (!text.startsWith('第') || text.length > MOST_UNITS) return undefined;
  const [, number = '', unit = ''] = CHAPTER.exec(fold(text)) ?? [];
  const rank = RANKS[unit];
  return rank === undefined ? undefined : { rank, number: Number(readHan(number) ?? number) };
}

/** Whether something else comes before the next part that is as large. */
function hasText(chapters: readonly (Chapter | undefined)[], at: number): boolean {
  for (const next of chapters.slice(at + 1, at + 1 + MOST_LISTED)) {
    if (!next) return true;
    if (next.rank <= chapters[at]!.rank) return false;
  }
  return false;
}

/** Whether the part before it stands just above, with none but smaller ones between: so it does in a list of contents. */
function isListed(chapters: readonly (Chapter | undefined)[], at: number): boolean {
  const { rank, number } = chapters[at]!;
  for (let before = at - 1; before >= Math.max(0, at - MOST_LISTED); before--) {
    const chapter = chapters[before];
    if (!chapter || chapter.rank < rank) return false;
    if (chapter.rank === rank) return chapter.number === number - 1;
  }
  return false;
}
