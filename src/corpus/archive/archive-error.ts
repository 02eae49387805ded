import type { Bilingual } from '../../language/bilingual.js';
import type { Fault } from '../fault.js';

/** An archive, or a file in it, that cannot be unpacked, or must not be. */
export class ArchiveError extends Error implements Fault {
  override readonly name = 'ArchiveError';

  readonly problem: Bilingual;
  readonly remedy: Bilingual;

  constructor({ problem, remedy }: Fault, options?: ErrorOptions) {
    super(problem.en, options);
    this.problem = problem;
    this.remedy = remedy;
  }
}

/** What to do about a document that its own program may still be able to open. */
export const SAVE_ANEW: Bilingual = {
  en: 'Open it in the program that made it, and save it anew.',
  zh: '请用原来的程序打开，重新保存。',
};
/** What to do about an archive whose files could be read outside of it. */
export const UNPACK: Bilingual = {
  en: 'Unpack it, and put the files themselves into the folder.',
  zh: '请解压，把里面的文件放进文件夹。',
};

/** An archive whose own records are missing or contradict one another. @param what in a clause */
export function damaged(what: Bilingual): ArchiveError {
  return new ArchiveError({
    problem: { en: `It is damaged or incomplete: ${what.en}.`, zh: `文件损坏或不完整：${what.zh}。` },
    remedy: { en: 'Make or download it anew.', zh: '请重新制作或下载。' },
  });
}
