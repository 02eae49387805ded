import type { BlockRole } from '../article.js';
import { type Element, textOf } from './tree.js';

/** An open element with what it means for the text in it. Elements are numbered in the order of the document. */
export interface Scope {
  /** Absent for what stands in no element. */
  readonly element?: Element;
  readonly parent?: Scope;
  /** Its own number; those in it follow up to `last`, which is not known while it is open. */
  readonly first: number;
  last: number;
  /** What the innermost element that says so makes of the text. */
  readonly role?: BlockRole;
  /** Of a heading: 1 to 6. */
  readonly heading?: number;
  /** The innermost element around it that begins a line, or the cell; absent where it does so itself. */
  readonly owner?: Scope;
  readonly linked: boolean;
  /** Whether its line ends count. */
  readonly preformatted: boolean;
}

/** Elements that stay in their line; the cells of a row of a table that only lays a page out stand in one. */
export const INLINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rb ruby s samp small span strike strong sub sup td th time tt u var wbr'.split(
    ' ',
  ),
);

const ROLES: Readonly<Record<string, BlockRole>> = {
  h1: 'subhead',
  h2: 'subhead',
  h3: 'subhead',
  h4: 'subhead',
  h5: 'subhead',
  h6: 'subhead',
  li: 'item',
  dt: 'question',
  dd: 'answer',
  summary: 'question',
  details: 'answer',
  blockquote: 'quotation',
  caption: 'caption',
  figcaption: 'caption',
};
/** Share of Chinese characters from which on preformatted text is prose that was set with line ends. */
const PROSE_SHARE = 0.5;

export const OUTERMOST: Scope = { first: 0, last: Infinity, linked: false, preformatted: false };

/** @param first number of the element */
export function scopeOf(element: Element, parent: Scope, first: number): Scope {
  const { tagName } = element;
  const begins = tagName === 'pre' && !parent.preformatted;
  const own = begins && isCode(element) ? 'code' : ROLES[tagName];
  const isHeading = own === 'subhead' && parent.role !== 'question';
  const role = own === 'subhead' && !isHeading ? parent.role : (own ?? parent.role);
  const heading = isHeading ? Number(tagName[1]) : parent.heading;
  return {
    element,
    parent,
    first,
    last: Infinity,
    ...(role !== undefined && { role }),
    ...(heading !== undefined && { heading }),
    ...(INLINE.has(tagName) && !isCell(tagName) && { owner: parent.owner ?? parent }),
    linked: parent.linked || tagName === 'a',
    preformatted: parent.preformatted || begins,
  };
}

/** The innermost element in which both an earlier scope and the one that is open now stand. */
export function common(earlier: Scope): Scope {
  let scope = earlier;
  while (scope.last !== Infinity && scope.parent) scope = scope.parent;
  return scope;
}

/** Whether one element is the other or stands in it. */
export function isWithin({ first }: Scope, outer: Scope): boolean {
  return first >= outer.first && first <= outer.last;
}

function isCell(tagName: string): boolean {
  return tagName === 'td' || tagName === 'th';
}

function isCode(pre: Element): boolean {
  const text = textOf(pre).replace(/\s+/gu, '');
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return chinese < text.length * PROSE_SHARE;
}
