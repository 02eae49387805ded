/**
 * Reads small XML files: lists of a book's chapters, the properties of a document. One pass from the beginning to the end; no
 * entity is looked up but the five of XML itself, so that none can grow.
 */

/** What stands in a file, in its order. Prefixes of names are left out: `dc:title` is `title`. */
export type XmlPart =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** Parts of markup that are no elements, by how they begin, and how they end. */
const PASSED_OVER = [
  ['<!--', '-->'],
  ['<?', '?>'],
] as const;
const CDATA = ['<![CDATA[', ']]>'] as const;
const NAME = /[^\s/>=]+/uy;
const ATTRIBUTE = /\s*([^\s=/>"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;

/** Whether a file declares entities of its own: those may grow to any size, and none of the formats read here needs them. */
export function declaresEntities(xml: string): boolean {
  return /<!ENTITY/iu.test(xml);
}

/** Whether elements stand in one another deeper than so many; one that is left open counts on to the end. */
export function isNestedDeeper(xml: string, most: number): boolean {
  let depth = 0;
  for (let at = xml.indexOf('<'); at >= 0; ) {
    const close = endOfMarkup(xml, at);
    if (xml[at + 1] === '/') depth--;
    else if (xml[at + 1] !== '!' && xml[at + 1] !== '?' && xml[close - 2] !== '/') depth++;
    if (depth > most) return true;
    at = xml.indexOf('<', close);
  }
  return false;
}

/** The parts of a file. What is no well-formed XML is passed over as text, never an error. */
export function* scanXml(xml: string): Generator<XmlPart> {
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const end = next < 0 ? xml.length : next;
    if (end > at) yield { kind: 'text', text: unescapeXml(xml.slice(at, end)) };
    if (next < 0) return;
    const close = endOfMarkup(xml, next);
    yield* partsOf(xml.slice(next, close));
    at = close;
  }
}

/** Where the markup that begins at a place ends; the end of the file where it is left open. */
function endOfMarkup(xml: string, start: number): number {
  for (const [begin, end] of [...PASSED_OVER, CDATA])
    if (xml.startsWith(begin, start)) return after(xml, end, start + begin.length);
  return after(xml, '>', start);
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? xml.length : found + mark.length;
}

function* partsOf(markup: string): Generator<XmlPart> {
  if (markup.startsWith(CDATA[0])) {
    yield { kind: 'text', text: markup.slice(CDATA[0].length, -CDATA[1].length) };
    return;
  }
  const closes = markup[1] === '/';
  NAME.lastIndex = closes ? 2 : 1;
  const written = /^[!?]/u.test(markup.slice(1)) ? undefined : NAME.exec(markup)?.[0];
  if (written === undefined) return;
  const name = localName(written);
  if (closes) {
    yield { kind: 'close', name };
    return;
  }
  yield { kind: 'open', name, attributes: attributesOf(markup, 1 + written.length) };
  if (markup.endsWith('/>')) yield { kind: 'close', name };
}

function attributesOf(markup: string, from: number): Map<string, string> {
  const attributes = new Map<string, string>();
  ATTRIBUTE.lastIndex = from;
  for (let found = ATTRIBUTE.exec(markup); found; found = ATTRIBUTE.exec(markup))
    attributes.set(localName(found[1]!), unescapeXml(found[2] ?? found[3] ?? ''));
  return attributes;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const HIGHEST_CHARACTER = 0x10ffff;

/** Puts characters for the references to them; a reference to anything else stays as it is written. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|amp|quot|apos));/giu,
    (written, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) return NAMED[name] ?? written;
      const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number.parseInt(decimal, 10);
      return code > 0 && code <= HIGHEST_CHARACTER ? String.fromCodePoint(code) : written;
    },
  );
}

/** The text of the first element of each of these names, white space around it left out; absent where there is none. */
export function textsOf<Name extends string>(
  xml: string,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const texts: Partial<Record<Name, string>> = {};
  let open: Name | undefined;
  for (const part of scanXml(xml)) {
    if (part.kind === 'open') open = names.find((name) => name === part.name && texts[name] === undefined);
    else if (part.kind === 'close') open = undefined;
    else if (open !== undefined && part.text.trim() !== '') texts[open] = part.text.trim();
  }
  return texts;
}
