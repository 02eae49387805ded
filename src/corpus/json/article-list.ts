import { type Member, membersOf } from './scan.js';

/** Names of the list of articles in the object around it, in lower case, the likeliest first. */
const LIST_NAMES = [
  ...[
    'articles',
    'items',
    'data',
    'list',
    'records',
    'results',
    'result',
    'rows',
    'entries',
    'posts',
    'news',
  ],
  ...['docs', 'documents', '文章', '列表', '数据', '新闻'],
];
/** How deep the list may stand in objects: `{"data": {"list": […]}}` has it at 2. */
const DEEPEST = 3;
/** How many members of an object are looked at. */
const MOST_MEMBERS = 1_000;

/** Where a list of articles begins. */
export interface ArticleList {
  /** Place of its bracket or brace, in UTF-16 units. */
  readonly start: number;
  /** Whether it has a name that lists of articles have. */
  readonly named: boolean;
  /** Place of the brace of the object that it stands in; of a list that is an object, its own. */
  readonly holder: number;
}

/**
 * Where the list of articles begins in a JSON text whose root is an object: an array of objects, of a name that lists have
 * or else the longest; or an object whose members all are objects.
 * @param opening place of the root's brace, in UTF-16 units
 * @returns `undefined` where there is none
 */
export function articleListIn(text: string, opening: number): ArticleList | undefined {
  let level = [opening];
  for (let depth = 1; depth <= DEEPEST && level.length > 0; depth++) {
    const members = level.flatMap((at) => membersAt(text, at));
    const list = bestOf(members.filter(({ start }) => isListOfObjects(text, start)));
    if (list) {
      const holder = level.findLast((at) => at < list.start) ?? opening;
      return { start: list.start, named: rankOf(list) < LIST_NAMES.length, holder };
    }
    const named = level.find((at) => isObjectOfObjects(text, at));
    if (named !== undefined) return { start: named, named: false, holder: named };
    level = members
      .filter(({ start }) => text[start] === '{')
      .map(({ start }) => start)
      .slice(0, MOST_MEMBERS);
  }
  return undefined;
}

/** The places of the braces of an object and of those in it, the outermost first; those of lists are none of them. */
export function* objectsIn(text: string, opening: number): Generator<number> {
  let level = [opening];
  for (let depth = 1; depth <= DEEPEST && level.length > 0; depth++) {
    yield* level;
    level = level
      .flatMap((at) => membersAt(text, at))
      .filter(({ start }) => text[start] === '{')
      .map(({ start }) => start)
      .slice(0, MOST_MEMBERS);
  }
}

function isObjectOfObjects(text: string, opening: number): boolean {
  const members = membersAt(text, opening);
  return members.length > 1 && members.every(({ start }) => text[start] === '{');
}

function membersAt(text: string, opening: number): Member[] {
  const members: Member[] = [];
  for (const member of membersOf(text, opening)) {
    if (members.push(member) >= MOST_MEMBERS) break;
  }
  return members;
}

function bestOf(lists: readonly Member[]): Member | undefined {
  const lengthOf = ({ start, end }: Member) => end - start;
  return [...lists].sort((a, b) => rankOf(a) - rankOf(b) || lengthOf(b) - lengthOf(a))[0];
}

function rankOf({ key = '' }: Member): number {
  const place = LIST_NAMES.indexOf(key.toLowerCase());
  return place < 0 ? LIST_NAMES.length : place;
}

function isListOfObjects(text: string, start: number): boolean {
  return text[start] === '[' && /^\[\s*\{/.test(text.slice(start, start + 64));
}
