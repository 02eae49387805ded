/**
 * The door to the operator's terminal. Articles and the names of files are other people's: a terminal obeys the control
 * characters in them (it moves, hides, renames its window, answers as if something had been typed), and characters that
 * reverse the direction of a line show another text than there is. All that is shown goes through here.
 */

/** Control characters, line and paragraph separators, and what reverses the direction of a line. */
const OBEYED = String.raw`[\p{Cc}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]`;
const IN_LINE = new RegExp(OBEYED, 'gu');
/** All of them but tab and newline. */
const IN_TEXT = new RegExp(String.raw`(?![\t\n])${OBEYED}`, 'gu');

/** A text of any lines as a terminal may show it: each UTF-16 unit stays in its place, so that ranges still hold. */
export function visible(text: string): string {
  return text.replace(IN_TEXT, pictureOf);
}

/** A text that is to stay within its line, such as the name of a file. */
export function visibleInLine(text: string): string {
  return text.replace(IN_LINE, pictureOf);
}

/** Every text in a value of plain objects and arrays as a terminal may show it; all else as it is. */
export function visibleIn<T>(value: T, show: (text: string) => string = visible): T {
  return changed(value, show) as T;
}

/** A value as one line of JSON that means the same and holds nothing that a terminal obeys. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    IN_LINE,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function changed(value: unknown, show: (text: string) => string): unknown {
  if (typeof value === 'string') return show(value);
  if (Array.isArray(value)) return value.map((item) => changed(item, show));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [show(key), changed(item, show)]));
}

/** The picture that Unicode has of a control character (␛ of ESC), or the sign for what cannot be shown. */
function pictureOf(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}
