import type { ArticleFacts } from '../article.js';
import { scanXml } from '../xml/scan.js';
import { resolveIn } from './paths.js';

/** What a book's package document states (EPUB 3.3, section 5). */
export interface BookPackage {
  /** Title of the book. */
  readonly title?: string;
  readonly facts: Pick<ArticleFacts, 'author' | 'date' | 'language'>;
  /** Paths in the archive of the parts of the book, in the order of reading. */
  readonly spine: readonly string[];
  /** Path of the table of contents; that of EPUB 3 goes before that of EPUB 2. */
  readonly contents?: string;
}

interface Item {
  readonly path: string;
  readonly mediaType: string;
  readonly isNavigation: boolean;
}

const METADATA = ['title', 'creator', 'date', 'language'] as const;
type Metadata = Record<(typeof METADATA)[number], string[]>;

/** Path of the package document by `META-INF/container.xml`; `undefined` where that names none. */
export function packagePathOf(container: string): string | undefined {
  for (const part of scanXml(container))
    if (part.kind === 'open' && part.name === 'rootfile') return part.attributes.get('full-path');
  return undefined;
}

/** @param path of the package document, to which its references are relative */
export function packageOf(xml: string, path: string): BookPackage {
  const metadata: Metadata = { title: [], creator: [], date: [], language: [] };
  const items = new Map<string, Item>();
  const order: string[] = [];
  let ncx: string | undefined;
  let open: keyof Metadata | undefined;
  for (const part of scanXml(xml)) {
    if (part.kind === 'close') open = undefined;
    else if (part.kind === 'text') {
      if (open !== undefined && part.text.trim() !== '') metadata[open].push(part.text.trim());
    } else {
      const { name, attributes } = part;
      open = METADATA.find((one) => one === name);
      if (name === 'item') items.set(attributes.get('id') ?? '', itemOf(attributes, path));
      else if (name === 'spine') ncx = attributes.get('toc');
      else if (name === 'itemref' && attributes.get('linear') !== 'no')
        order.push(attributes.get('idref') ?? '');
    }
  }
  const navigation = [...items.values()].find(({ isNavigation }) => isNavigation) ?? items.get(ncx ?? '');
  return {
    ...(metadata.title[0] !== undefined && { title: metadata.title[0] }),
    facts: factsOf(metadata),
    spine: order.flatMap((id) => textItem(items.get(id))),
    ...(navigation && { contents: navigation.path }),
  };
}

function itemOf(attributes: ReadonlyMap<string, string>, path: string): Item {
  return {
    path: resolveIn(path, attributes.get('href') ?? ''),
    mediaType: attributes.get('media-type') ?? '',
    isNavigation: (attributes.get('properties') ?? '').split(/\s+/u).includes('nav'),
  };
}

/** The path of an item that holds text; the table of contents is none of the book's. */
function textItem(item: Item | undefined): string[] {
  return item && /html/iu.test(item.mediaType) && !item.isNavigation ? [item.path] : [];
}

function factsOf({ creator, date, language }: Metadata): BookPackage['facts'] {
  return {
    ...(creator.length > 0 && { author: [...new Set(creator)].join('、') }),
    ...(date[0] !== undefined && { date: /^\d{4}-\d{2}-\d{2}(?=T)/u.exec(date[0])?.[0] ?? date[0] }),
    ...(language[0] !== undefined && { language: language[0] }),
  };
}
