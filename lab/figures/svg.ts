/** A picture that is read on light and on dark pages. */
export interface Picture {
  /** In pixels, as all lengths. */
  readonly width: number;
  readonly height: number;
  /** What it shows, for those who do not see it. */
  readonly title: string;
  /** Its elements, in the order in which they are painted. */
  readonly contents: readonly string[];
}

/** The first colours of a picture's series; all can be told from a white ground and from a dark one. */
export const COLOURS = ['#0d9488', '#d97706', '#8b5cf6', '#2563eb'] as const;

/** Draws a picture as SVG. Its elements may use the classes `head` (a heading) and `axis` (lines around a drawing). */
export function toSvg({ width, height, title, contents }: Picture): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" role="img">`,
    `<title>${title}</title>`,
    '<style>text{font:13px system-ui,sans-serif;fill:#1f2937}.head{font-weight:600}.axis{stroke:#9ca3af}' +
      '.card{fill:#fff;stroke:#d1d5db}@media (prefers-color-scheme:dark){text{fill:#e5e7eb}.axis{stroke:#6b7280}' +
      '.card{fill:#0d1117;stroke:#30363d}}</style>',
    // A page may be dark where the system is light; with a ground of its own the text can be read all the same.
    `<rect class="card" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6"/>`,
    ...contents,
    '</svg>\n',
  ].join('\n');
}
