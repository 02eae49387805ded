import { readFileSync } from 'node:fs';

/**
 * The lines of a list, in order, without blank ones and without comments (lines that begin with `#`). A list is data: it
 * is changed without touching code.
 * @param file address of the text file, in UTF-8
 * @throws the file system's error when there is no such list: a fault of the installation
 */
export function readList(file: URL): string[] {
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}

/** The words of a list, separated by blanks or line ends. */
export function readWords(file: URL): string[] {
  return readList(file).flatMap((line) => line.split(/\s+/));
}
