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
    throw new ArchiveError({
      problem: {
        en: `It is protected with a password, or of an older format than ${ending}.`,
        zh: `有密码保护，或者是比 ${ending} 更早的格式。`,
      },
      remedy: {
        en: `Open it in the program that made it, and save it as ${ending} without a password.`,
        zh: `请用原来的程序打开，另存为不带密码的 ${ending}。`,
      },
    });
  return openArchive(bytes, allowance);
}
