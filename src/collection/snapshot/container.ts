import { type FileHandle, open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

/**
 * A file of named sections: the sections one after the other, a table of them as JSON, and a tail of 16 bytes with
 * the table's length, a checksum of everything before it, and a mark. A file that was cut off has no tail.
 */

/** A section to be written, in pieces. */
export interface Section {
  readonly name: string;
  pieces(): Iterable<Uint8Array>;
}

/** Sections that were read. */
export interface Container {
  /** What the writer stated of the whole. */
  readonly about: string;
  /** A section's bytes in a buffer of their own. Throws `DamagedContainerError` where there is no such section. */
  section(name: string): ArrayBuffer;
  /** A section that is a JSON array. */
  values<T>(name: string): T[];
}

/** The file is not what was once written. */
export class DamagedContainerError extends Error {
  override readonly name = 'DamagedContainerError';

  /** @param reason in a clause */
  constructor(reason: string) {
    super(`the file is damaged: ${reason}`);
  }
}

interface Table {
  readonly about: string;
  readonly sections: readonly { readonly name: string; readonly bytes: number }[];
}

const MARK = Buffer.from('JIANBAO\n');
const TAIL_BYTES = 8 + MARK.length;

/**
 * Writes sections to an open file, a piece at a time.
 * @param about what to state of the whole
 */
export async function writeContainer(
  file: FileHandle,
  about: string,
  sections: Iterable<Section>,
): Promise<void> {
  const written: { name: string; bytes: number }[] = [];
  let checksum = 0;
  const write = async (piece: Uint8Array): Promise<void> => {
    checksum = checked(checksum, piece);
    await file.writeFile(piece);
  };
  for (const { name, pieces } of sections) {
    let bytes = 0;
    for (const piece of pieces()) {
      await write(piece);
      bytes += piece.length;
    }
    written.push({ name, bytes });
  }
  const table = Buffer.from(JSON.stringify({ about, sections: written } satisfies Table));
  await write(table);
  const tail = Buffer.alloc(TAIL_BYTES);
  tail.writeUInt32LE(table.length, 0);
  tail.writeUInt32LE(checksum, 4);
  MARK.copy(tail, 8);
  await file.writeFile(tail);
}

/**
 * Reads all sections, unless what the writer stated is not what is expected.
 * @param expected what the writer should have stated
 * @returns what was stated, alone, where it is something else
 * @throws DamagedContainerError when the file is not what was once written
 */
export async function readContainer(path: string, expected: string): Promise<Container | string> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { table, bytes, checksum } = await readTable(file, size);
    if (table.about !== expected) return table.about;
    return await readSections(file, table, bytes, checksum);
  } finally {
    await file.close();
  }
}

async function readTable(
  file: FileHandle,
  size: number,
): Promise<{ table: Table; bytes: Uint8Array; checksum: number }> {
  if (size < TAIL_BYTES) throw new DamagedContainerError('it is too short');
  const tail = Buffer.from(await readAt(file, size - TAIL_BYTES, TAIL_BYTES));
  if (!tail.subarray(8).equals(MARK)) throw new DamagedContainerError('it has no end');
  const length = tail.readUInt32LE(0);
  if (length > size - TAIL_BYTES) throw new DamagedContainerError('its table does not fit');
  const bytes = new Uint8Array(await readAt(file, size - TAIL_BYTES - length, length));
  return { table: parseTable(bytes, size - TAIL_BYTES - length), bytes, checksum: tail.readUInt32LE(4) };
}

function parseTable(bytes: Uint8Array, room: number): Table {
  try {
    const table = JSON.parse(Buffer.from(bytes).toString()) as Table;
    const filled = table.sections.reduce((sum, section) => sum + section.bytes, 0);
    if (filled === room && typeof table.about === 'string') return table;
  } catch {
    // Told below, with what does not add up.
  }
  throw new DamagedContainerError('its table is none');
}

async function readSections(
  file: FileHandle,
  { about, sections }: Table,
  table: Uint8Array,
  expected: number,
): Promise<Container> {
  const read = new Map<string, ArrayBuffer>();
  let position = 0;
  let checksum = 0;
  for (const { name, bytes } of sections) {
    const content = await readAt(file, position, bytes);
    checksum = checked(checksum, new Uint8Array(content));
    position += bytes;
    read.set(name, content);
  }
  if (checked(checksum, table) !== expected) throw new DamagedContainerError('its checksum differs');
  const section = (name: string): ArrayBuffer => {
    const content = read.get(name);
    if (!content) throw new DamagedContainerError(`it has no section "${name}"`);
    return content;
  };
  return {
    about,
    section,
    values: <T>(name: string) => JSON.parse(Buffer.from(section(name)).toString()) as T[],
  };
}

/** The checksum with further bytes. Of no bytes at all zlib would give that of the beginning. */
function checked(checksum: number, bytes: Uint8Array): number {
  return bytes.length === 0 ? checksum : crc32(bytes, checksum);
}

async function readAt(file: FileHandle, position: number, length: number): Promise<ArrayBuffer> {
  const buffer = new Uint8Array(length);
  for (let done = 0; done < length; ) {
    const { bytesRead } = await file.read(buffer, done, length - done, position + done);
    if (bytesRead === 0) throw new DamagedContainerError('it ends too early');
    done += bytesRead;
  }
  return buffer.buffer;
}
