/** What is wrong with a file, for those who look after the collection. */
export interface Fault {
  readonly problem: string;
  readonly remedy: string;
}

const CHECK_DISK = 'Check the disk or network drive that it is on.';

/** The reason in a clause, and the remedy in a sentence, by the system's error code. */
const BY_CODE: Readonly<Record<string, readonly [reason: string, remedy: string]>> = {
  EACCES: ['permission to read it is missing', 'Let the user that runs Jianbao read it.'],
  EPERM: ['permission to read it is missing', 'Let the user that runs Jianbao read it.'],
  ENOENT: ['there is no such file or folder', 'Put it there, or remove the link that leads to it.'],
  ENOTDIR: ['a part of its path is no folder', 'Correct the path.'],
  EISDIR: ['it is a folder', 'Give the folder a name without the ending of a file.'],
  ELOOP: ['its links lead round in a circle', 'Remove the link.'],
  ENAMETOOLONG: ['its path is too long', 'Shorten the names of the folders that it is in.'],
  EIO: ['the disk reports an error', CHECK_DISK],
  ESTALE: ['the network drive no longer knows it', CHECK_DISK],
  ERR_FS_FILE_TOO_LARGE: ['it is too large', 'Divide it into smaller files.'],
};

/** Puts an error of the file system into words. An error without a system code is no fault of a file: it is thrown. */
export function faultOf(error: unknown): Fault {
  const [reason, remedy] = explain(error);
  return { problem: `It cannot be read: ${reason}.`, remedy };
}

/** The reason alone, in a clause. */
export function reasonOf(error: unknown): string {
  return explain(error)[0];
}

function explain(error: unknown): readonly [reason: string, remedy: string] {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  return BY_CODE[code] ?? [`the system reports ${code}`, CHECK_DISK];
}
