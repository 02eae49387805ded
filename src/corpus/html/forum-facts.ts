import type { ArticleFacts } from '../article.js';
import { stated } from './stated.js';
import { attribute, type Element, elementsOf, hasClass, type Parent, standsIn, wordsOf } from './tree.js';

/** What a page of a forum states of its thread: the title, and who wrote the first post and when. */
export interface ThreadFacts extends Pick<ArticleFacts, 'author' | 'date'> {
  readonly title?: string;
}

/** Where the name of an author stands, the most telling first. */
const NAMES: readonly ((element: Element) => boolean)[] = [
  (element) => /(?:^|\s)username(?:-coloured)?(?:\s|$)/.test(attribute(element, 'class')),
  ({ tagName }) => tagName === 'strong',
  ({ tagName }) => tagName === 'a',
];
const DAY = /\d{4}[-年]\d{1,2}[-月]\d{1,2}日?/u;

/** What Discuz (7, X2 and X3, their pages for phones too) and phpBB state of a thread; `undefined` for other pages. */
export function threadFactsOf(document: Parent): ThreadFacts | undefined {
  const [subject] = elementsOf(document, (element) => attribute(element, 'id') === 'thread_subject');
  const [stamp] = elementsOf(document, (element) => /^authorposton\d+$/.test(attribute(element, 'id')));
  if (subject || stamp) return discuz(document, subject, stamp);
  const [post] = elementsOf(document, isPost);
  if (!post) return undefined;
  if (standsIn(post, isPhonePost)) return firstLine(document, isAuthorLine);
  if (standsIn(post, isPostBody)) return firstLine(document, isAuthorOfPost);
  return undefined;
}

/** Whether an element holds the text of a post: that is a part of the content, be it ever so short. */
export function isPost(element: Element): boolean {
  return (
    /^post_?message_\d+$/.test(attribute(element, 'id')) ||
    (hasClass(element, 'message') && standsIn(element, isPhonePost)) ||
    (hasClass(element, 'content') && standsIn(element, isPostBody))
  );
}

/** @param stamp which tells when the first post was written */
function discuz(document: Parent, subject: Element | undefined, stamp: Element | undefined): ThreadFacts {
  const names = elementsOf(document, (element) => hasClass(element, 'xw1'));
  const author = names.find((name) => standsIn(name, isAuthorLine)) ?? names[0];
  return stated<ThreadFacts>({ title: wordsOf(subject), date: dayOf(stamp), author: wordsOf(author) });
}

/** What the first line tells that names an author, in an element of that name, else in bold letters or a link, and when. */
function firstLine(document: Parent, isLine: (element: Element) => boolean): ThreadFacts {
  const [line] = elementsOf(document, isLine);
  const named = NAMES.map((isName) => line && elementsOf(line, isName)[0]).find(Boolean);
  return stated<ThreadFacts>({ date: dayOf(line), author: wordsOf(named) });
}

/** A post of Discuz on a page for phones: `<div class="plc" id="pid501">`. */
function isPhonePost(element: Element): boolean {
  return element.tagName !== 'table' && /^pid\d+$/.test(attribute(element, 'id'));
}

/** A post of phpBB. */
function isPostBody(element: Element): boolean {
  return hasClass(element, 'postbody');
}

function isAuthorLine(element: Element): boolean {
  return hasClass(element, 'authi');
}

function isAuthorOfPost(element: Element): boolean {
  return hasClass(element, 'author') && standsIn(element, isPostBody);
}

/** The day that an element tells, or that lies behind `半小时前` in it. */
function dayOf(element: Element | undefined): string | undefined {
  if (!element) return undefined;
  const behind = elementsOf(element, () => true).flatMap((one) => [
    attribute(one, 'title'),
    attribute(one, 'datetime'),
  ]);
  return [wordsOf(element) ?? '', ...behind]
    .map((text) => DAY.exec(text)?.[0])
    .find((day) => day !== undefined);
}
