import { pick } from '../random.js';
import { contentsOf, zipOf } from './builders/archives.js';
import { pdfFileOf } from './builders/build-pdf.js';

/** Changes bytes. */
export type Change = (bytes: Uint8Array) => Uint8Array;
/** Changes something inside a packed file, which stays whole as a file: its reader gets to see what was changed. */
export type Inside = (file: Uint8Array, change: Change, random: () => number) => Uint8Array;

/** Changes one of the files in an archive, and packs them anew, with right lengths and checksums. */
export const insideZip: Inside = (file, change, random) => {
  const parts = contentsOf(file);
  const name = pick(Object.keys(parts), random);
  return zipOf({ ...parts, [name]: change(parts[name] as Uint8Array) });
};

/** Changes one of the streams of a PDF, where its text is, and writes its length and the places of objects anew. */
export const insidePdf: Inside = (file, change, random) => {
  // As latin1, every byte is a character.
  const objects = [...Buffer.from(file).toString('latin1').matchAll(OBJECT)].map(([, body = '']) => body);
  const changed = pick(
    objects.flatMap((body, number) => (STREAM.test(body) ? [number] : [])),
    random,
  );
  objects[changed] = (objects[changed] as string).replace(STREAM, (_, stream: string) => {
    const content = Buffer.from(change(Buffer.from(stream, 'latin1'))).toString('latin1');
    return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
  });
  return pdfFileOf(objects);
};

const OBJECT = /^\d+ 0 obj\n(.*?)\nendobj$/gmsu;
const STREAM = /^<<[^>]*>>\nstream\n(.*)\nendstream$/su;
