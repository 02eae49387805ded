import { zipSync } from 'fflate';
import { decode } from '../decode.js';
import { statedEncoding } from '../encoding/stated.js';
import type { Fault } from '../fault.js';
import { declaresEntities, isNestedDeeper } from '../xml/scan.js';
import { ArchiveError, SAVE_ANEW } from './archive-error.js';
import type { Archive } from './unpack.js';

/**
 * The XML files of a document that is an archive (DOCX, XLSX, EPUB): each is unpacked within the bounds of `unpack.ts`, and
 * none may declare entities. Those that are handed on to packages are not deep.
 */

/** Documents nest some twenty elements, and six more for each table in a table; deeper ones take packages seconds. */
const DEEPEST = 256;
const DECLARES_ENTITIES: Fault = {
  problem: {
    en: 'A file in it declares entities, as files do that are made to do harm.',
    zh: '里面有一个文件声明了实体，恶意制作的文件才会这样。',
  },
  remedy: SAVE_ANEW,
};

/**
 * The text of an XML file in an archive; '' where there is none.
 * @param most how large it may be, in bytes
 * @throws ArchiveError
 */
export function xmlOf(archive: Archive, name: string, most: number): string {
  const bytes = archive.readNamed(name, most);
  return bytes === undefined ? '' : checkedText(bytes);
}

/**
 * An archive of some of the files of another, stored and not packed, for packages that unpack by themselves: what they get
 * cannot grow.
 * @param isWanted which files, by their names
 * @param most how large all of them may be, in bytes
 * @param check throws where a file must not be handed on
 * @throws ArchiveError
 */
export function repacked(
  archive: Archive,
  isWanted: (name: string) => boolean,
  most: number,
  check: (name: string, text: string) => void = () => {},
): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  let left = most;
  for (const entry of archive.entries) {
    if (!isWanted(entry.name)) continue;
    const bytes = archive.read(entry, left);
    left -= bytes.length;
    check(entry.name, shallowText(bytes));
    files[entry.name] = bytes;
  }
  return zipSync(files, { level: 0 });
}

function shallowText(bytes: Uint8Array): string {
  const text = checkedText(bytes);
  if (isNestedDeeper(text, DEEPEST))
    throw new ArchiveError({
      problem: {
        en: `The elements of a file in it are nested more than ${DEEPEST} deep.`,
        zh: `里面有一个文件的元素嵌套超过 ${DEEPEST} 层。`,
      },
      remedy: SAVE_ANEW,
    });
  return text;
}

function checkedText(bytes: Uint8Array): string {
  const decoded = decode(bytes, statedEncoding(bytes));
  if (decoded.kind === 'undecodable') {
    const { en, zh } = decoded.problem;
    throw new ArchiveError({
      problem: { en: `A file in it cannot be read: ${en}`, zh: `里面有一个文件读不了：${zh}` },
      remedy: SAVE_ANEW,
    });
  }
  if (declaresEntities(decoded.text)) throw new ArchiveError(DECLARES_ENTITIES);
  return decoded.text;
}
