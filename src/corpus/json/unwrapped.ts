import { draftsOfHtml } from '../html/fragment.js';
import type { Fields } from './field-names.js';

/** Under which name systems put a text into an object of its own: WordPress' interface, Blogger's, what is made of XML. */
const NAMES = ['rendered', '$t', '#text', '_text'];
const ENTITY = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/i;

/** The fields of an object, those of which the value is wrapped (`{"rendered": "…"}`) with what is in it. */
export function unwrapped(fields: Fields): Fields {
  const wrapped = Object.entries(fields).flatMap(([name, value]) => {
    const text = textIn(value);
    return text === undefined ? [] : [[name, text] as const];
  });
  return wrapped.length === 0 ? fields : { ...fields, ...Object.fromEntries(wrapped) };
}

function textIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const text = NAMES.map((name) => (value as Fields)[name]).find((one) => typeof one === 'string');
  return text === undefined ? undefined : withoutEntities(text as string);
}

/** A text without elements in which characters are named, as in titles; one with elements is read as HTML elsewhere. */
function withoutEntities(text: string): string {
  if (text.includes('<') || !ENTITY.test(text)) return text;
  const reading = draftsOfHtml(text);
  return reading.kind === 'drafts' ? reading.drafts.map((draft) => draft.text).join(' ') : text;
}
