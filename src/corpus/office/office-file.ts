import { ArchiveError } from '../archive/archive-error.js';
import { type Allowance, type Archive, openArchive } from '../archive/unpack.js';

/** How the files of Office before 2007 begin, and those that are protected with a password. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Opens a document of Office, which is an archive of XML files.
 * @param ending of its name, with the dot
 * @throws ArchiveError
 */
export function openOfficeFile(bytes: Uint8Array, ending: string, allowance: Allowance): Archive {
  if (COMPOUND_FILE.every((byte, i) => bytes[i] === byte))
    throw new ArchiveError(
      `It is protected with a password, or of an older format than ${ending}.`,
      `Open it in the program that made it, and save it as ${ending} without a password.`,
    );
  return openArchive(bytes, allowance);
}
