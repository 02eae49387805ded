import { scanXml } from '../xml/scan.js';
import { resolveIn } from './paths.js';

/**
 * The titles of a book's parts by the paths of their files, as its table of contents has them: `nav.xhtml` of EPUB 3 or
 * `toc.ncx` of EPUB 2. Of several entries for one file the first counts, since the others lead into it.
 * @param path of the table of contents, to which its references are relative
 */
export function titlesOf(xml: string, path: string): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  const take = (reference: string | undefined, title: string) => {
    const target = reference === undefined ? '' : resolveIn(path, reference);
    const text = title.replace(/\s+/gu, ' ').trim();
    if (target !== '' && text !== '' && !titles.has(target)) titles.set(target, text);
  };
  let text = '';
  let reference: string | undefined;
  for (const part of scanXml(xml)) {
    if (part.kind === 'text') text += part.text;
    else if (part.kind === 'open') {
      if (part.name === 'a') [text, reference] = ['', part.attributes.get('href')];
      else if (part.name === 'navLabel') text = '';
      else if (part.name === 'content') take(part.attributes.get('src'), text);
    } else if (part.name === 'a') take(reference, text);
  }
  return titles;
}
