import { type Contents, zipOf } from './archives.js';

export interface BookParts {
  /** XML within `metadata`. */
  readonly metadata?: string;
  /** Contents of `body` by the names of files, in the order of reading. */
  readonly chapters: Readonly<Record<string, string>>;
  /** Titles by the references of the table of contents; EPUB 2 has them in another file. */
  readonly contents?: Readonly<Record<string, string>>;
  readonly version?: 2 | 3;
  readonly others?: Contents;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

/** An e-book. */
export function epubOf({
  metadata = '',
  chapters,
  contents = {},
  version = 3,
  others = {},
}: BookParts): Uint8Array {
  const names = Object.keys(chapters);
  const list = version === 3 ? navigation(contents) : ncx(contents);
  const listItem =
    version === 3
      ? '<item id="toc" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
      : '<item id="toc" href="toc.ncx" media-type="application/x-dtbncx+xml"/>';
  const items = names.map(
    (name, i) => `<item id="c${i}" href="text/${name}" media-type="application/xhtml+xml"/>`,
  );
  const order = names.map((_, i) => `<itemref idref="c${i}"/>`).join('');
  return zipOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': `${HEAD}<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
    'OEBPS/book.opf': `${HEAD}<package xmlns="http://www.idpf.org/2007/opf" version="${version}.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${metadata}</metadata><manifest>${listItem}${items.join('')}</manifest><spine toc="toc">${version === 3 ? '<itemref idref="toc"/>' : ''}${order}</spine></package>`,
    [version === 3 ? 'OEBPS/nav.xhtml' : 'OEBPS/toc.ncx']: list,
    ...Object.fromEntries(names.map((name) => [`OEBPS/text/${name}`, page(chapters[name]!)])),
    ...others,
  });
}

function page(body: string): string {
  return `${HEAD}<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><link rel="stylesheet" href="a.css"/><script src="a.js"/></head><body>${body}</body></html>`;
}

function navigation(contents: Readonly<Record<string, string>>): string {
  const entries = Object.entries(contents).map(
    ([href, title]) => `<li><a href="text/${href}">${title}</a></li>`,
  );
  return page(`<nav epub:type="toc"><h1>目录</h1><ol>${entries.join('')}</ol></nav>`);
}

function ncx(contents: Readonly<Record<string, string>>): string {
  const points = Object.entries(contents).map(
    ([src, title]) =>
      `<navPoint><navLabel><text>${title}</text></navLabel><content src="text/${src}"/></navPoint>`,
  );
  return `${HEAD}<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd"><ncx><docTitle><text>枫桥旧事</text></docTitle><navMap>${points.join('')}</navMap></ncx>`;
}
