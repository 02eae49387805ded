import type { Article } from '../article.js';
import { attribute, type Element, elementsOf, type Parent, walk } from '../html/tree.js';
import { isStruckOut } from '../struck-out.js';
import type { Message } from './chat.js';
import { articlesOf } from './threads.js';

/** What people call the format. */
export const TELEGRAM_HTML = 'Telegram export (HTML)';

const ID = /^message(-?\d{1,15})$/;
/** The link to the message that is answered; of another page of the export, where its name stands before it. */
const REPLY = /^(?:messages\d{0,9}\.html)?#go_to_message(-?\d{1,15})$/;
/** The time of a message as all exports have it, whatever their language. */
const DAY = /^(\d\d)\.(\d\d)\.(\d{4})/;

/** Whether a page is a chat as Telegram Desktop exports it, by the words of its frame. */
export function isTelegramPage(html: string): boolean {
  return ['class="page_wrap', 'class="history"', 'id="message'].every((mark) => html.includes(mark));
}

/** The articles of a page of an export. Who wrote a message is told where several write: else it is a channel. */
export function articlesOfPage(source: string, document: Parent): Article[] {
  const messages = messagesOf(document);
  const [header] = elementsOf(document, (element) => hasClass(element, 'page_header'));
  const name = header && linesOf(header).trim();
  const isChannel = new Set(messages.map(({ from }) => from)).size < 2;
  return articlesOf(source, { ...(name && { name }), isChannel }, messages);
}

/** Messages with text; one that is `joined` is by who wrote the one before it. */
function messagesOf(document: Parent): Message[] {
  let from: string | undefined;
  return elementsOf(
    document,
    (element) => hasClass(element, 'message') && hasClass(element, 'default'),
  ).flatMap((element) => {
    const parts = partsOf(element);
    from = parts.from ?? from;
    const id = ID.exec(attribute(element, 'id'))?.[1];
    const text = parts.text && linesOf(parts.text);
    if (id === undefined || !parts.text || !text || text.trim() === '') return [];
    const { date, replyTo } = parts;
    return {
      id: Number(id),
      text,
      lines: placeOf(parts.text),
      ...(date !== undefined && { date }),
      ...(from !== undefined && { from }),
      ...(replyTo !== undefined && { replyTo }),
    };
  });
}

interface Parts {
  text?: Element;
  from?: string;
  date?: string;
  replyTo?: number;
}

/** The parts of a message, the first of each; of who is forwarded, the text alone. */
function partsOf(message: Element): Parts {
  const parts: Parts = {};
  let forwarded: Element | undefined;
  for (const step of walk(message)) {
    if (step.kind === 'leave' && step.element === forwarded) forwarded = undefined;
    if (step.kind !== 'enter') continue;
    const { element } = step;
    if (hasClass(element, 'forwarded')) forwarded = element;
    else if (hasClass(element, 'text')) parts.text ??= element;
    else if (forwarded === undefined) take(parts, element);
  }
  return parts;
}

function take(parts: Parts, element: Element): void {
  if (hasClass(element, 'from_name')) parts.from ??= linesOf(element).trim();
  else if (hasClass(element, 'date')) {
    const [, day, month, year] = DAY.exec(attribute(element, 'title')) ?? [];
    if (year !== undefined) parts.date ??= `${year}-${month}-${day}`;
  } else if (element.tagName === 'a') {
    const replyTo = REPLY.exec(attribute(element, 'href'))?.[1];
    if (replyTo !== undefined) parts.replyTo ??= Number(replyTo);
  }
}

/** The text of an element less what is struck out, a line for each that a browser shows. */
function linesOf(element: Element): string {
  let text = '';
  for (const step of walk(element, isStruckOut)) {
    if (step.kind === 'text') text += step.text.value.replace(/\s+/g, ' ');
    else if (step.kind === 'enter' && step.element.tagName === 'br') text += '\n';
  }
  return text;
}

function placeOf({ sourceCodeLocation }: Element): Message['lines'] {
  return [sourceCodeLocation?.startLine ?? 1, sourceCodeLocation?.endLine ?? 1];
}

function hasClass(element: Element, name: string): boolean {
  return attribute(element, 'class').split(/\s+/).includes(name);
}
