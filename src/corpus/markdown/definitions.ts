/** What a document defines once and names in other places: addresses of links, footnotes. */
export class Definitions {
  readonly #labels = new Set<string>();

  constructor(lines: readonly string[]) {
    for (const line of lines) {
      const label = /^ {0,3}\[([^[\]]{1,100})\]:/u.exec(line)?.[1];
      if (label !== undefined) this.#labels.add(label.toLowerCase());
    }
  }

  /** Definitions, as a parser of one part needs them, of what is named in it. They begin on a line of their own. */
  namedIn(text: string): string {
    if (this.#labels.size === 0) return '';
    const named = [...text.matchAll(/\[([^[\]]{1,100})\]/gu)]
      .map(([, label]) => label!)
      .filter((label) => this.#labels.has(label.toLowerCase()));
    return [...new Set(named)].map((label) => `\n\n[${label}]: ${STAND_IN}`).join('');
  }

  /** A text without the marks of the footnotes that there are, for where definitions cannot be put in. */
  withoutNoteMarks(text: string): string {
    if (this.#labels.size === 0) return text;
    return text.replace(/\[(\^[^[\]]{1,99})\]/gu, (mark, label: string) =>
      this.#labels.has(label.toLowerCase()) ? '' : mark,
    );
  }
}

/** For an address or a note: neither is shown. */
const STAND_IN = 'a';
