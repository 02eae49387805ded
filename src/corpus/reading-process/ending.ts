import type { Fault } from '../fault.js';
import type { FileReading } from '../source-file.js';
import type { ReadingLimits } from './limits.js';

/** What became of a file that another process was to read. */
export type Ending = { readonly kind: 'read'; readonly reading: FileReading } | Reason;

/** Why there is no reading. */
export type Reason =
  /** It took too long. */
  | { readonly kind: 'late' }
  /** It took too much memory. */
  | { readonly kind: 'full' }
  /** The program failed, and says how in one line. */
  | { readonly kind: 'defect'; readonly message: string }
  /** The process ended; `how` is a signal or an exit code. */
  | { readonly kind: 'died'; readonly how: string }
  /** There is no process; `why` is a clause. */
  | { readonly kind: 'unstarted'; readonly why: string };

const REPORT = 'Leave it out for now, and report it with the file, if you may, as a fault of Jianbao.';

/** Puts it into words, for those who look after the collection. */
export function explain(reason: Reason, { seconds, megabytes }: ReadingLimits): Fault {
  switch (reason.kind) {
    case 'late':
      return {
        problem: `It takes longer than ${seconds} s to read.`,
        remedy: 'Divide it into smaller files, or raise READ_SECONDS.',
      };
    case 'full':
      return {
        problem: `It takes more than ${megabytes} MB of memory to read.`,
        remedy: 'Divide it into smaller files, or raise READ_MEGABYTES.',
      };
    case 'defect':
      return { problem: `Jianbao fails at it: ${reason.message}.`, remedy: REPORT };
    case 'died':
      return { problem: `The process that read it has ended (${reason.how}).`, remedy: REPORT };
    case 'unstarted':
      return {
        problem: `It cannot be read: no process can be started for it (${reason.why}).`,
        remedy: 'Free memory, or allow the user that runs Jianbao more processes; then start again.',
      };
  }
}
