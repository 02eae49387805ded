/** Makes small PDF files with Chinese text: a font that is not embedded, its characters known by a predefined CMap. */

/** A line of text at its place, in points from the left and from the top of the page. */
export interface Written {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Of the font, in points; default 10. */
  readonly size?: number;
  /** Default: 宋体. Vertical text begins at its place and runs downwards. */
  readonly font?: keyof typeof FONTS;
  /** Whether it stands on its side. */
  readonly turned?: boolean;
}

/** Names of the fonts on each page; 黑体 is the bold one. */
const FONTS = { song: 'F1', hei: 'F2', vertical: 'F3' } as const;
/** Objects before the first page. */
const BEFORE_PAGES = 10;

export interface PdfOptions {
  /** Of the document, as its `Info` has it. */
  readonly title?: string;
  /** Entries of the trailer, such as `/Encrypt`. */
  readonly trailer?: string;
}

/** Points; A4. */
export const [WIDTH, HEIGHT] = [595, 842];

/** A PDF of these pages; a page without text holds a line that is drawn. */
export function pdfOf(
  pages: readonly (readonly Written[])[],
  { title, trailer = '' }: PdfOptions = {},
): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${BEFORE_PAGES + 1 + 2 * i} 0 R`).join(' ')}] >>`,
    fontOf('STSong-Light', 'H', 4),
    ...charactersOf('STSong-Light', 5),
    title === undefined ? '<< >>' : `<< /Title <feff${hexOf(title)}> >>`,
    fontOf('SimHei', 'H', 8),
    ...charactersOf('SimHei', 9),
    fontOf('STSong-Light', 'V', 4),
    ...pages.flatMap((lines, i) => pageOf(lines, BEFORE_PAGES + 2 + 2 * i)),
  ];
  return pdfFileOf(objects, trailer);
}

function fontOf(name: string, direction: 'H' | 'V', characters: number): string {
  return `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /UniGB-UCS2-${direction} /DescendantFonts [${characters} 0 R] >>`;
}

/** The characters of a font, and what tells of them: object `description`. */
function charactersOf(name: string, description: number): string[] {
  return [
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor ${description} 0 R /DW 1000 /W [1 95 500] >>`,
    `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 90 >>`,
  ];
}

/** Rows of cells, each column at its place. */
export function tableAt(xs: readonly number[], y: number, rows: readonly (readonly string[])[]): Written[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap((text, column) => (text === '' ? [] : { text, x: xs[column]!, y: y + row * 18 })),
  );
}

/** Vertical text from a place on, in lines of so many characters from the right to the left. */
export function verticalAt(x: number, y: number, text: string, characters: number): Written[] {
  const lines = text.match(new RegExp(`.{1,${characters}}`, 'gu')) ?? [];
  return lines.map((line, i) => ({ text: line, x: x - i * 18, y, font: 'vertical' as const }));
}

/** The same, each character set on its own. */
export function stackedAt(x: number, y: number, text: string, characters: number): Written[] {
  return verticalAt(x, y, text, characters).flatMap(({ text: line, ...place }) =>
    [...line].map((sign, i) => ({ text: sign, x: place.x, y: y + i * 12 })),
  );
}

/** Lines of equal distance from a place on, as a column of a page has them. */
export function column(x: number, y: number, lines: readonly string[], size = 10): Written[] {
  return lines
    .map((text, i) => ({ text, x: text.startsWith('　') ? x + 2 * size : x, y: y + i * size * 1.6, size }))
    .map((line) => ({ ...line, text: line.text.replace(/^　+/u, '') }));
}

/** Lines of so many characters each, as they stand in a column; the first is indented. */
export function wrapped(text: string, characters: number): string[] {
  const [first, rest] = [text.slice(0, characters - 2), text.slice(characters - 2)];
  const lines = rest.match(new RegExp(`.{1,${characters}}`, 'gu')) ?? [];
  return [`　　${first}`, ...lines];
}

function pageOf(lines: readonly Written[], content: number): string[] {
  const shows = lines.map(
    ({ text, x, y, size = 10, font = 'song', turned = false }) =>
      `BT /${FONTS[font]} ${size} Tf ${turned ? '0 1 -1 0' : '1 0 0 1'} ${x} ${HEIGHT - y} Tm <${hexOf(text)}> Tj ET`,
  );
  const stream = shows.length > 0 ? shows.join('\n') : '0 0 m 100 100 l S';
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents ${content} 0 R /Resources << /Font << /F1 3 0 R /F2 7 0 R /F3 10 0 R >> >> >>`,
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
  ];
}

/** UTF-16, big end first. */
function hexOf(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}

/** A PDF of these objects, the first of which is the catalogue and the sixth tells of the document. */
export function pdfFileOf(objects: readonly string[], trailer = ''): Buffer {
  let file = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const place = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R /Info 6 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}
