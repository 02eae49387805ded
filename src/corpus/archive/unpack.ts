import { crc32, inflateRawSync } from 'node:zlib';
import type { Fault } from '../fault.js';
import { ArchiveError, damaged, UNPACK } from './archive-error.js';
import { type ArchiveEntry, directoryOf } from './central-directory.js';

/** How many files an archive may hold. */
export const MOST_ENTRIES = 10_000;
/** How much may be unpacked of one file of the collection, archives in it included; bytes. */
export const MOST_UNPACKED_BYTES = 256 * 1024 * 1024;
/** How many times as large as packed a file may become. Apache POI has the same bound against archives made to burst. */
export const MOST_RATIO = 100;
/** Smaller files may become larger by any number of times; bytes. */
export const RATIO_COUNTS_FROM_BYTES = 1024 * 1024;

const LOCAL_ENTRY = 0x04034b50;
const LOCAL_ENTRY_BYTES = 30;
const [STORED, DEFLATED] = [0, 8];

const LOCKED: Fault = {
  problem: { en: 'It is protected with a password.', zh: '有密码保护。' },
  remedy: UNPACK,
};
const PACKED_OTHERWISE: Fault = {
  problem: { en: 'It is packed in a way that is not read.', zh: '它的压缩方式读不了。' },
  remedy: {
    en: 'Pack it as an ordinary ZIP archive (Deflate).',
    zh: '请重新压缩成普通的 ZIP（Deflate）。',
  },
};
const BURSTING: Fault = {
  problem: {
    en: `It would become more than ${MOST_RATIO} times as large when it is unpacked, as archives do that are made to do harm.`,
    zh: `解压后会变大到 ${MOST_RATIO} 倍以上，恶意制作的压缩包才会这样。`,
  },
  remedy: UNPACK,
};
const TOO_MUCH: Fault = {
  problem: { en: 'It becomes too large when it is unpacked.', zh: '解压后太大。' },
  remedy: {
    en: 'Divide it into smaller files, or unpack it and put the files themselves into the folder.',
    zh: '请拆成几个小文件，或解压后把里面的文件放进文件夹。',
  },
};

/** What may still be unpacked of a file of the collection. */
export class Allowance {
  #bytes: number;

  constructor(bytes: number = MOST_UNPACKED_BYTES) {
    this.#bytes = bytes;
  }

  /** @throws ArchiveError where less is left */
  take(bytes: number): void {
    if (bytes > this.#bytes) throw new ArchiveError(TOO_MUCH);
    this.#bytes -= bytes;
  }
}

/** An archive that is unpacked file by file, in memory. */
export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  /**
   * Unpacks a file. What its size may be is checked before, and again while it is unpacked.
   * @param most how large it may be, in bytes
   * @throws ArchiveError
   */
  read(entry: ArchiveEntry, most?: number): Uint8Array;
  /** The same by name; `undefined` where there is none. */
  readNamed(name: string, most?: number): Uint8Array | undefined;
}

/**
 * Opens a ZIP archive: reads its list of contents, and unpacks nothing yet.
 * @throws ArchiveError
 */
export function openArchive(bytes: Uint8Array, allowance: Allowance): Archive {
  const entries = directoryOf(bytes, MOST_ENTRIES);
  const named = new Map(entries.map((entry) => [entry.name, entry]));
  const readEntry = (entry: ArchiveEntry, most: number = MOST_UNPACKED_BYTES) => {
    checkBounds(entry, most);
    allowance.take(entry.size);
    return unpack(bytes, entry);
  };
  return {
    entries,
    read: readEntry,
    readNamed: (name, most) => {
      const entry = named.get(name);
      return entry && readEntry(entry, most);
    },
  };
}

function checkBounds({ encrypted, method, size, packedSize }: ArchiveEntry, most: number): void {
  if (encrypted) throw new ArchiveError(LOCKED);
  if (method !== STORED && method !== DEFLATED) throw new ArchiveError(PACKED_OTHERWISE);
  if (size > most) throw new ArchiveError(TOO_MUCH);
  if (size > RATIO_COUNTS_FROM_BYTES && size > packedSize * MOST_RATIO) throw new ArchiveError(BURSTING);
}

function unpack(bytes: Uint8Array, entry: ArchiveEntry): Uint8Array {
  const packed = packedBytes(bytes, entry);
  const unpacked = entry.method === STORED ? packed : inflate(packed, entry.size);
  if (unpacked.length !== entry.size)
    throw damaged({ en: 'a file in it is not as long as it should be', zh: '里面有一个文件的长度不对' });
  if (crc32(unpacked) !== entry.crc)
    throw damaged({ en: 'a file in it fails its checksum', zh: '里面有一个文件校验不符' });
  return unpacked;
}

/** What lies in the archive between the entry's own record and the next. */
function packedBytes(bytes: Uint8Array, { at, packedSize }: ArchiveEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + LOCAL_ENTRY_BYTES > bytes.length || view.getUint32(at, true) !== LOCAL_ENTRY)
    throw damaged({ en: 'a file in it is missing', zh: '里面缺了一个文件' });
  const start = at + LOCAL_ENTRY_BYTES + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + packedSize > bytes.length)
    throw damaged({ en: 'a file in it breaks off', zh: '里面有一个文件不全' });
  return bytes.subarray(start, start + packedSize);
}

/** Unpacks until there is more than there should be. */
function inflate(packed: Uint8Array, size: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    if (isOf(error, 'ERR_BUFFER_TOO_LARGE'))
      throw damaged({ en: 'a file in it is larger than it says', zh: '里面有一个文件比标明的大' });
    if (error instanceof Error && 'code' in error)
      throw damaged({ en: 'a file in it cannot be unpacked', zh: '里面有一个文件解不开' });
    throw error;
  }
}

function isOf(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
