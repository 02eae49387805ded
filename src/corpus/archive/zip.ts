import type { Fault } from '../fault.js';
import { failed, found, type ReadContext, type ReadOutcome } from '../reader.js';
import { unreadDocument } from '../unread.js';
import { ArchiveError, UNPACK } from './archive-error.js';
import type { ArchiveEntry } from './central-directory.js';
import { isPassedOver, isSafeName } from './entry-name.js';
import { type Archive, openArchive } from './unpack.js';

const FORMAT = 'ZIP archive';
/** How many archives deep files are read: an archive in an archive is, one in that is not. */
const DEEPEST = 2;
/** How much of a name is shown, in UTF-16 units. */
const LONGEST_SHOWN = 60;

const EMPTY: Fault = {
  problem: { en: 'It holds no file that is read.', zh: '里面没有能读的文件。' },
  remedy: { en: 'Fill it, or remove it.', zh: '请放入文件，或删掉它。' },
};
const TOO_DEEP: Fault = {
  problem: {
    en: `It is an archive in more than ${DEEPEST - 1} other.`,
    zh: `压缩包一个套一个，超过了 ${DEEPEST} 层。`,
  },
  remedy: UNPACK,
};

/** Reads a ZIP archive (`Reader`) in place: each file in it as if it lay in a folder of the archive's name. */
export async function* readZip(
  source: string,
  bytes: Uint8Array,
  context: ReadContext,
): AsyncGenerator<ReadOutcome> {
  yield found(FORMAT);
  yield* readArchive(source, bytes, context, 1);
}

/** @param depth 1 for an archive of the collection, 2 for one in it */
async function* readArchive(
  source: string,
  bytes: Uint8Array,
  context: ReadContext,
  depth: number,
): AsyncGenerator<ReadOutcome> {
  const archive = orFault(() => openArchive(bytes, context.allowance));
  if ('problem' in archive) {
    yield failed(source, archive);
    return;
  }
  let outcomes = 0;
  const opened: Opened = { source, archive, context, depth, told: new Set() };
  for (const entry of sorted(archive.entries)) {
    for await (const outcome of readEntry(opened, entry)) {
      if (outcome.kind === 'found') continue;
      outcomes++;
      yield outcome;
    }
  }
  if (outcomes === 0) yield failed(source, EMPTY);
}

/** An archive that is being read. */
interface Opened {
  readonly source: string;
  readonly archive: Archive;
  readonly context: ReadContext;
  readonly depth: number;
  /** What has been said of files that cannot be unpacked: a password, say, concerns them all. */
  readonly told: Set<string>;
}

async function* readEntry(opened: Opened, entry: ArchiveEntry): AsyncGenerator<ReadOutcome> {
  const { source, archive, context, depth, told } = opened;
  const within = `${source}/${entry.name}`;
  if (!isSafeName(entry.name)) {
    yield failed(source, unsafe(entry.name));
    return;
  }
  if (isPassedOver(entry.name)) return;
  if (!context.reads(within)) {
    const fault = unreadDocument(within);
    if (fault) yield failed(within, fault);
    return;
  }
  const isArchive = entry.name.toLowerCase().endsWith('.zip');
  if (isArchive && depth === DEEPEST) {
    yield failed(within, TOO_DEEP);
    return;
  }
  const bytes = orFault(() => archive.read(entry));
  if ('problem' in bytes) {
    if (!told.has(bytes.problem.en)) yield failed(within, bytes);
    told.add(bytes.problem.en);
  } else if (isArchive) yield* readArchive(within, bytes, context, depth + 1);
  else yield* context.nested(within, bytes);
}

/** In the order of their names, as a folder is listed. */
function sorted(entries: readonly ArchiveEntry[]): ArchiveEntry[] {
  return [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function orFault<T>(open: () => T): T | Fault {
  try {
    return open();
  } catch (error) {
    if (error instanceof ArchiveError) return error;
    throw error;
  }
}

function unsafe(name: string): Fault {
  return {
    problem: {
      en: `The name of a file in it is passed over, since it could lead elsewhere: ${shown(name)}.`,
      zh: `里面有一个文件的名称可能指到别处，已略过：${shown(name)}。`,
    },
    remedy: {
      en: 'Make it anew, of files with ordinary names.',
      zh: '请用名称正常的文件重新压缩。',
    },
  };
}

function shown(name: string): string {
  return JSON.stringify(name.length > LONGEST_SHOWN ? `${name.slice(0, LONGEST_SHOWN)}…` : name);
}
