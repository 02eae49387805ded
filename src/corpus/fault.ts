import type { Bilingual } from '../language/bilingual.js';

/** What is wrong with a file, for those who look after the collection; a sentence each. */
export interface Fault {
  readonly problem: Bilingual;
  readonly remedy: Bilingual;
}

/** What to do about files that are too large. */
export const DIVIDE: Bilingual = { en: 'Divide it into smaller files.', zh: '请拆成几个小文件。' };

const NOT_ALLOWED = { en: 'permission to read it is missing', zh: '没有读取权限' };
const ALLOW = { en: 'Let the user that runs Jianbao read it.', zh: '请让运行剪报的用户能读它。' };
const CHECK_DISK = {
  en: 'Check the disk or network drive that it is on.',
  zh: '请检查它所在的磁盘或网络盘。',
};

/** The reason in a clause, and the remedy in a sentence, by the system's error code. */
const BY_CODE: Readonly<Record<string, readonly [reason: Bilingual, remedy: Bilingual]>> = {
  EACCES: [NOT_ALLOWED, ALLOW],
  EPERM: [NOT_ALLOWED, ALLOW],
  ENOENT: [
    { en: 'there is no such file or folder', zh: '没有这个文件或文件夹' },
    { en: 'Put it there, or remove the link that leads to it.', zh: '请把它放到那里，或删掉指向它的链接。' },
  ],
  ENOTDIR: [
    { en: 'a part of its path is no folder', zh: '路径中有一段不是文件夹' },
    { en: 'Correct the path.', zh: '请改正路径。' },
  ],
  EISDIR: [
    { en: 'it is a folder', zh: '这是一个文件夹' },
    {
      en: 'Give the folder a name without the ending of a file.',
      zh: '请给文件夹改个名称，不要带文件的扩展名。',
    },
  ],
  ELOOP: [
    { en: 'its links lead round in a circle', zh: '链接绕成了一圈' },
    { en: 'Remove the link.', zh: '请删掉这个链接。' },
  ],
  ENAMETOOLONG: [
    { en: 'its path is too long', zh: '路径太长' },
    { en: 'Shorten the names of the folders that it is in.', zh: '请缩短它上面各级文件夹的名称。' },
  ],
  EIO: [{ en: 'the disk reports an error', zh: '磁盘报错' }, CHECK_DISK],
  ESTALE: [{ en: 'the network drive no longer knows it', zh: '网络盘上已经找不到它' }, CHECK_DISK],
  ERR_FS_FILE_TOO_LARGE: [{ en: 'it is too large', zh: '文件太大' }, DIVIDE],
};

/** Puts an error of the file system into words. An error without a system code is no fault of a file: it is thrown. */
export function faultOf(error: unknown): Fault {
  const [reason, remedy] = explain(error);
  return { problem: unreadableBecause(reason), remedy };
}

/** The problem of a file of which nothing is read. @param reason a clause */
export function unreadableBecause({ en, zh }: Bilingual): Bilingual {
  return { en: `It cannot be read: ${en}.`, zh: `读不了：${zh}。` };
}

/** The reason alone, in a clause. */
export function reasonOf(error: unknown): Bilingual {
  return explain(error)[0];
}

function explain(error: unknown): readonly [reason: Bilingual, remedy: Bilingual] {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  return BY_CODE[code] ?? [{ en: `the system reports ${code}`, zh: `系统报告 ${code}` }, CHECK_DISK];
}
