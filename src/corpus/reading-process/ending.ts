import type { Bilingual } from '../../language/bilingual.js';
import { type Fault, unreadableBecause } from '../fault.js';
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

const REPORT: Bilingual = {
  en: 'Leave it out for now, and report it with the file, if you may, as a fault of Jianbao.',
  zh: '请先把它移出文件夹，并当作剪报的问题报告给我们；方便的话附上文件。',
};

/** Puts it into words, for those who look after the collection. */
export function explain(reason: Reason, { seconds, megabytes }: ReadingLimits): Fault {
  switch (reason.kind) {
    case 'late':
      return {
        problem: {
          en: `It takes longer than ${seconds} s to read.`,
          zh: `读取时间超过 ${seconds} 秒。`,
        },
        remedy: divideOrRaise('READ_SECONDS'),
      };
    case 'full':
      return {
        problem: {
          en: `It takes more than ${megabytes} MB of memory to read.`,
          zh: `读取所需的内存超过 ${megabytes} MB。`,
        },
        remedy: divideOrRaise('READ_MEGABYTES'),
      };
    case 'defect':
      return {
        problem: {
          en: `Jianbao fails at it: ${reason.message}.`,
          zh: `剪报读它时出错：“${reason.message}”。`,
        },
        remedy: REPORT,
      };
    case 'died':
      return {
        problem: {
          en: `The process that read it has ended (${reason.how}).`,
          zh: `读取它的进程中途结束了（${reason.how}）。`,
        },
        remedy: REPORT,
      };
    case 'unstarted':
      return {
        problem: unreadableBecause({
          en: `no process can be started for it (${reason.why})`,
          zh: `启动不了读取它的进程（${reason.why}）`,
        }),
        remedy: {
          en: 'Free memory, or allow the user that runs Jianbao more processes; then start again.',
          zh: '请腾出内存，或允许运行剪报的用户启动更多进程，然后重新启动。',
        },
      };
  }
}

function divideOrRaise(setting: string): Bilingual {
  return {
    en: `Divide it into smaller files, or raise ${setting}.`,
    zh: `请拆成几个小文件，或调高 ${setting}。`,
  };
}
