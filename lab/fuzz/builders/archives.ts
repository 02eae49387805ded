import { unzipSync, type Zippable, zipSync } from 'fflate';

/** Contents of files by their names. */
export type Contents = Readonly<Record<string, string | Uint8Array>>;

/** When all files of archives were changed last: the same contents make the same bytes, whenever they are made. */
const MADE = new Date(2026, 0, 1);

/** A ZIP archive of these files. */
export function zipOf(contents: Contents, level: 0 | 6 = 6): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(contents))
    files[name] = typeof content === 'string' ? Buffer.from(content) : content;
  return zipSync(files, { level, mtime: MADE });
}

/** The files of an archive that is whole. */
export function contentsOf(archive: Uint8Array): Record<string, Uint8Array> {
  return unzipSync(archive);
}

const [LOCAL, DIRECTORY] = [0x04034b50, 0x02014b50];

/** The archive with the flags of all files changed: in their own records, and in the list of contents. */
export function withFlags(archive: Uint8Array, change: (flags: number) => number): Uint8Array {
  return patched(archive, (view, at, isLocal) => {
    const field = at + (isLocal ? 6 : 8);
    view.setUint16(field, change(view.getUint16(field, true)), true);
  });
}

/** The archive with another unpacked size stated for all files. */
export function withSizes(archive: Uint8Array, size: number): Uint8Array {
  return patched(archive, (view, at, isLocal) => view.setUint32(at + (isLocal ? 22 : 24), size, true));
}

/** The archive with names in other bytes of the same length, and no word on their encoding. */
export function withName(archive: Uint8Array, placeholder: string, name: Uint8Array): Uint8Array {
  if (placeholder.length !== name.length) throw new Error('the placeholder has another length');
  const copy = Buffer.from(archive);
  for (let at = copy.indexOf(placeholder); at >= 0; at = copy.indexOf(placeholder, at + 1))
    copy.set(name, at);
  return withFlags(copy, (flags) => flags & ~(1 << 11));
}

type Patch = (view: DataView, at: number, isLocal: boolean) => void;

function patched(archive: Uint8Array, patch: Patch): Uint8Array {
  const copy = new Uint8Array(archive);
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; at++) {
    const signature = view.getUint32(at, true);
    if (signature === LOCAL || signature === DIRECTORY) patch(view, at, signature === LOCAL);
  }
  return copy;
}
