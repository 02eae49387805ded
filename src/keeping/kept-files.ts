import { join } from 'node:path';

/** What is kept in DATA_DIR, by the name of its file. */
export type KeptFile =
  | 'alerts'
  | 'channels'
  | 'collections'
  | 'counts'
  | 'feedback'
  | 'settled-updates'
  | 'switches'
  | 'unanswered'
  | 'waiting-updates';

/**
 * The file of something that is kept; `undefined` where nothing is.
 * @param folder DATA_DIR; `undefined`: nothing outlasts the process
 * @param bot id of the bot that it is of; absent: it is of all that ever run with this folder
 */
export function keptFile(folder: string | undefined, what: KeptFile, bot?: number): string | undefined {
  return folder === undefined
    ? undefined
    : join(folder, `${bot === undefined ? what : `${what}-${bot}`}.jsonl`);
}

/** What such a file's faults are told to: the log. */
interface Warnings {
  warn(fields: { readonly err: Error }, text: string): void;
}

/** Tells that the disk refuses a file, which is no reason to end: what it should hold is in memory until it does not. */
export function onFaultOf(what: KeptFile, log: Warnings): (error: Error) => void {
  return (err) =>
    log.warn({ err }, `${what}.jsonl in DATA_DIR cannot be written; it is kept in memory for now`);
}
