import mammoth from 'mammoth';
import type { Bilingual } from '../../language/bilingual.js';
import { SAVE_ANEW } from '../archive/archive-error.js';
import { repacked } from '../archive/parts.js';
import type { Archive } from '../archive/unpack.js';
import type { Fault } from '../fault.js';
import { markCentredTitle } from './centred-title.js';

/** How large the XML of a document may be; bytes. A book of 300 pages has some 5 MB; mammoth takes seconds for each MB. */
export const MOST_XML_BYTES = 8 * 1024 * 1024;

/** A Word document as HTML. */
export interface DocxHtml {
  readonly text: string;
  /** Its footnotes and endnotes. */
  readonly notes: string;
}

/** A document that mammoth can make nothing of. */
export class DocxError extends Error implements Fault {
  override readonly name = 'DocxError';

  readonly problem: Bilingual;
  readonly remedy: Bilingual;

  constructor({ problem, remedy }: Fault, options?: ErrorOptions) {
    super(problem.en, options);
    this.problem = problem;
    this.remedy = remedy;
  }
}

const DAMAGED: Fault = {
  problem: {
    en: 'It cannot be read as a Word document: parts of it are missing or damaged.',
    zh: '读不了这份 Word 文件：有缺失或损坏的部分。',
  },
  remedy: SAVE_ANEW,
};
/** The title stands above all headings, those of the first level too. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  ...[1, 2, 3, 4].flatMap((level) =>
    ['heading', 'Heading'].map((name) => `p[style-name='${name} ${level}'] => h${level + 1}:fresh`),
  ),
  ...[5, 6, 7, 8, 9].flatMap((level) =>
    ['heading', 'Heading'].map((name) => `p[style-name='${name} ${level}'] => h6:fresh`),
  ),
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => `p[style-name='toc ${level}'] => !`),
];
/** The parts that hold text, and what tells of its form; no pictures, headers and footers. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/.*\.rels|word\/(?:_rels\/)?[\w-]*(?:document|styles|numbering|footnotes|endnotes)\d*\.xml(?:\.rels)?)$/u;
/** What mammoth puts where a note is referred to, and at a note's end; none of it stands in the document. */
const NOTE_MARKS =
  /<sup><a href="#(?:foot|end)note-[^"]*" id="[^"]*">\[\d+\]<\/a><\/sup>| ?<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/gu;
const NOTES = /<ol><li id="(?:foot|end)note-/u;

/**
 * Converts a Word document.
 * @throws ArchiveError or DocxError
 */
export async function htmlOfDocx(archive: Archive): Promise<DocxHtml> {
  const buffer = Buffer.from(repacked(archive, (name) => PARTS.test(name), MOST_XML_BYTES));
  const html = (await convert(buffer)).replace(NOTE_MARKS, '');
  const notes = NOTES.exec(html)?.index ?? html.length;
  return { text: html.slice(0, notes), notes: html.slice(notes) };
}

async function convert(buffer: Buffer): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        styleMap: STYLES,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        transformDocument: markCentredTitle,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    );
    return value;
  } catch (error) {
    throw new DocxError(DAMAGED, { cause: error });
  }
}
