import { scanXml } from '../xml/scan.js';
import { resolveIn } from './paths.js';

/** Ways in which fonts are garbled, which concern no text. */
const OF_FONTS: ReadonlySet<string> = new Set([
  'http://www.idpf.org/2008/embedding',
  'http://ns.adobe.com/pdf/enc#RC',
]);

/**
 * Paths in the archive of what is encrypted, fonts left out.
 * @param xml text of `META-INF/encryption.xml`; empty where there is none
 */
export function protectedPaths(xml: string): ReadonlySet<string> {
  const paths = new Set<string>();
  let method = '';
  for (const part of scanXml(xml)) {
    if (part.kind !== 'open') continue;
    if (part.name === 'EncryptionMethod') method = part.attributes.get('Algorithm') ?? '';
    const path = part.name === 'CipherReference' ? part.attributes.get('URI') : undefined;
    if (path !== undefined && !OF_FONTS.has(method)) paths.add(resolveIn('', path));
  }
  return paths;
}
