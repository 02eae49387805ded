import { ArchiveError, damaged } from './archive-error.js';
import { entryName } from './entry-name.js';

/**
 * The list of contents at the end of a ZIP archive (APPNOTE 6.3.10, sections 4.3.12 to 4.3.16). It tells how large the
 * files in it are before one is unpacked.
 */

/** A file in an archive, as the list of contents has it. */
export interface ArchiveEntry {
  /** Path within the archive, with `/` between folders. */
  readonly name: string;
  /** In bytes, unpacked; what the list says, which need not be true. */
  readonly size: number;
  /** In bytes, as it lies in the archive. */
  readonly packedSize: number;
  readonly encrypted: boolean;
  /** 0 for stored, 8 for deflated. */
  readonly method: number;
  /** CRC-32 of the unpacked bytes. */
  readonly crc: number;
  /** Where its own record begins, in bytes from the start of the archive. */
  readonly at: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const END_BYTES = 22;
/** The end record may be followed by a remark of so many bytes. */
const LONGEST_REMARK = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
/** A size of this value stands in the entry's ZIP64 field instead. */
const ELSEWHERE = 0xffffffff;
const ZIP64_FIELD = 0x0001;
const ENCRYPTED = 1 << 0;
const NAME_IS_UTF8 = 1 << 11;
/** Method of entries that WinZip encrypted with AES. */
const AES_METHOD = 99;

/**
 * Reads the list of contents.
 * @param most how many files there may be
 * @throws ArchiveError where it is no archive, is damaged, or holds more files
 */
export function directoryOf(bytes: Uint8Array, most: number): ArchiveEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  if (count > most)
    throw new ArchiveError({
      problem: { en: `It holds more than ${most} files.`, zh: `里面的文件超过 ${most} 个。` },
      remedy: { en: 'Divide it into smaller ones.', zh: '请分装成几个小的。' },
    });
  const entries: ArchiveEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    const length = at + ENTRY_BYTES <= end ? lengthOf(view, at) : 0;
    if (length === 0 || at + length > end)
      throw damaged({ en: 'its list of contents breaks off', zh: '内部的目录不全' });
    entries.push(entryAt(view, bytes, at));
    at += length;
  }
  return entries;
}

/** Where the end record begins: it is looked for from the end of the file. */
function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_REMARK);
  for (let at = view.byteLength - END_BYTES; at >= first; at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  if (view.byteLength >= 2 && view.getUint16(0, false) === 0x504b)
    throw damaged({ en: 'its list of contents is missing', zh: '内部的目录缺失' });
  throw new ArchiveError({
    problem: { en: 'It is no ZIP archive.', zh: '内容与扩展名不符（不是 ZIP 格式）。' },
    remedy: { en: 'Give it the ending of what it is.', zh: '请改成与内容相符的扩展名。' },
  });
}

/** Length of the entry in the list, in bytes; 0 where there is none. */
function lengthOf(view: DataView, at: number): number {
  if (view.getUint32(at, true) !== ENTRY) return 0;
  const [name, extra, remark] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
  return ENTRY_BYTES + name! + extra! + remark!;
}

function entryAt(view: DataView, bytes: Uint8Array, at: number): ArchiveEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const nameEnd = at + ENTRY_BYTES + view.getUint16(at + 28, true);
  const large = largeSizes(view, nameEnd, view.getUint16(at + 30, true));
  const sizeOr64 = (field: number) => {
    const value = view.getUint32(at + field, true);
    return value === ELSEWHERE ? (large.shift() ?? value) : value;
  };
  const size = sizeOr64(24);
  const packedSize = sizeOr64(20);
  return {
    name: entryName(bytes.subarray(at + ENTRY_BYTES, nameEnd), (flags & NAME_IS_UTF8) !== 0),
    size,
    packedSize,
    encrypted: (flags & ENCRYPTED) !== 0 || method === AES_METHOD,
    method,
    crc: view.getUint32(at + 16, true),
    at: sizeOr64(42),
  };
}

/** The numbers of an entry's ZIP64 field, in the order of those that they stand in for: size, packed size, place. */
function largeSizes(view: DataView, start: number, length: number): number[] {
  let at = start;
  while (at + 4 <= start + length) {
    const bytes = view.getUint16(at + 2, true);
    const end = Math.min(at + 4 + bytes, start + length);
    if (view.getUint16(at, true) === ZIP64_FIELD) {
      const numbers: number[] = [];
      for (let field = at + 4; field + 8 <= end; field += 8)
        numbers.push(Number(view.getBigUint64(field, true)));
      return numbers;
    }
    at = end;
  }
  return [];
}
