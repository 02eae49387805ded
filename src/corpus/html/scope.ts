import type { BlockRole } from '../article.js';
import { type Element, textOf } from './tree.js';

/** An open element with what it means for the text in it. Elements are numbered in the order of the document. */
export interface Scope {
  /** Absent for what stands in no element. */
  readonly element?: Element;
  readonly parent?: Scope;
  /** Its own number; those in it follow up to `last`. */
  readonly first: number;
  last: number;
  /** What the innermost element that says so makes of the text. */
  readonly role?: BlockRole;
  /** Of a heading: 1 to 6. */
  readonly heading?: number;
  readonly linked: boolean;
  /** Whether its line ends count. */
  readonly preformatted: boolean;
}

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
    last: first,
    ...(role !== undefined && { role }),
    ...(heading !== undefined && { heading }),
    linked: parent.linked || tagName === 'a',
    preformatted: parent.preformatted || begins,
  };
}

/** Whether one element is the other or stands in it. */
export function isWithin({ first }: Scope, outer: Scope): boolean {
  return first >= outer.first && first <= outer.last;
}

function isCode(pre: Element): boolean {
  const text = textOf(pre).replace(/\s+/gu, '');
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return chinese < text.length * PROSE_SHARE;
}
