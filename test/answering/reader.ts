import { openReader } from '../../src/answering/reading/open-reader.js';
import type { Reader } from '../../src/answering/reading/reading.js';

let opened: Promise<Reader> | undefined;

/**
 * The reader that comes with the code, one for all files of a process: it takes a second and 100 MB. It is not closed, since
 * the next file may want it; it does not keep its process alive.
 */
export function theReader(): Promise<Reader> {
  opened ??= openReader().then((one) => {
    if (one.kind !== 'ready') throw new Error(one.why.en);
    return one.reader;
  });
  return opened;
}
