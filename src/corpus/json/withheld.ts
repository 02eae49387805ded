import type { Fault } from '../fault.js';
import type { Fields } from './field-names.js';

/** Where systems state whether an article is public; in lower case, without blanks, `-` and `_`. */
const STATUS_NAMES: ReadonlySet<string> = new Set([
  ...['status', 'state', 'visibility', 'publishstatus', 'articlestatus', 'contentstatus'],
  ...['状态', '发布状态', '文章状态'],
]);
const WITHHELD: ReadonlySet<string> = new Set([
  ...['draft', 'autodraft', 'unpublished', 'private', 'trash', 'trashed', 'deleted'],
  ...['草稿', '未发布', '未公开', '已删除', '已撤稿', '回收站'],
]);
/** WordPress has all of an article's states under this name, and these of what is public. */
const WORDPRESS = 'poststatus';
const PUBLIC: ReadonlySet<string> = new Set(['publish', 'inherit', '']);
const YES_WITHHELD: ReadonlySet<string> = new Set([
  'draft',
  'isdraft',
  'deleted',
  'isdeleted',
  '草稿',
  '是否草稿',
]);
const NO_WITHHELD: ReadonlySet<string> = new Set([
  'published',
  'ispublished',
  'public',
  'ispublic',
  '是否发布',
]);
const [YES, NO] = [new Set(['true', '是']), new Set(['false', '否'])];

/** Whether an object says of itself that it is not public: a draft, or taken back. */
export function isWithheld(fields: Fields): boolean {
  return Object.entries(fields).some(([name, value]) => {
    if (typeof value !== 'string' && typeof value !== 'boolean') return false;
    const [plain, said] = [plainOf(name), plainOf(String(value))];
    if (plain === WORDPRESS) return !PUBLIC.has(said);
    if (STATUS_NAMES.has(plain)) return WITHHELD.has(said);
    return (YES_WITHHELD.has(plain) && YES.has(said)) || (NO_WITHHELD.has(plain) && NO.has(said));
  });
}

/** @param count how many objects of a file it concerns */
export function withheld(count: number): Fault {
  return {
    problem: {
      en: `Marked as a draft or as not public: ${count === 1 ? 'one article' : `${count} articles`} of this file.`,
      zh: `这个文件里有 ${count} 篇标明是草稿或未公开，没有收入。`,
    },
    remedy: {
      en: 'Remove the mark (such as "status": "draft") to have it served.',
      zh: '要收入的话，请去掉这样的标记（如 "status": "draft"）。',
    },
  };
}

function plainOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]/g, '');
}
