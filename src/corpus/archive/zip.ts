import type { Fault } from '../fault.js';
import { failed, found, type ReadContext, type ReadOutcome } from '../reader.js';
import { unreadDocument } from '../unread.js';
import { ArchiveError } from './archive-error.js';
import type { ArchiveEntry } from './central-directory.js';
import { isPassedOver, isSafeName } from './entry-name.js';
import { type Archive, openArchive } from './unpack.js';

const FORMAT = 'ZIP archive';
/** How many archives deep files are read: an archive in an archive is, one in that is not. */
const DEEPEST = 2;
/** How much of a name is shown, in UTF-16 units. */
const LONGEST_SHOWN = 60;
const UNPACK = 'Unpack it, and put the files themselves into the folder.';

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
    yield failed(source, archive.problem, archive.remedy);
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
  if (outcomes === 0) yield failed(source, 'It holds no file that is read.', 'Fill it, or remove it.');
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
    const problem = `The name of a file in it is passed over, since it could lead elsewhere: ${shown(entry.name)}.`;
    yield failed(source, problem, 'Make it anew, of files with ordinary names.');
    return;
  }
  if (isPassedOver(entry.name)) return;
  if (!context.reads(within)) {
    const fault = unreadDocument(within);
    if (fault) yield failed(within, fault.problem, fault.remedy);
    return;
  }
  const isArchive = entry.name.toLowerCase().endsWith('.zip');
  if (isArchive && depth === DEEPEST) {
    yield failed(within, `It is an archive in more than ${DEEPEST - 1} other.`, UNPACK);
    return;
  }
  const bytes = orFault(() => archive.read(entry));
  if ('problem' in bytes) {
    if (!told.has(bytes.problem)) yield failed(within, bytes.problem, bytes.remedy);
    told.add(bytes.problem);
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

function shown(name: string): string {
  return JSON.stringify(name.length > LONGEST_SHOWN ? `${name.slice(0, LONGEST_SHOWN)}…` : name);
}
