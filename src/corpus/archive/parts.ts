import { zipSync } from 'fflate';
import { decode } from '../decode.js';
import { statedEncoding } from '../encoding/stated.js';
import { declaresEntities, isNestedDeeper } from '../xml/scan.js';
import { ArchiveError } from './archive-error.js';
import type { Archive } from './unpack.js';

/**
 * The XML files of a document that is an archive (DOCX, XLSX, EPUB): each is unpacked within the bounds of `unpack.ts`, and
 * none may declare entities. Those that are handed on to packages are not deep.
 */

/** Documents nest some twenty elements, and six more for each table in a table; deeper ones take packages seconds. */
const DEEPEST = 256;
const SAVE_ANEW = 'Open it in the program that made it, and save it anew.';

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
    throw new ArchiveError(`The elements of a file in it are nested more than ${DEEPEST} deep.`, SAVE_ANEW);
  return text;
}

function checkedText(bytes: Uint8Array): string {
  const decoded = decode(bytes, statedEncoding(bytes));
  if (decoded.kind === 'undecodable')
    throw new ArchiveError(`A file in it cannot be read: ${decoded.problem}`, SAVE_ANEW);
  if (declaresEntities(decoded.text))
    throw new ArchiveError(
      'A file in it declares entities, as files do that are made to do harm.',
      SAVE_ANEW,
    );
  return decoded.text;
}
