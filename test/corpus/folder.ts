import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Contents of files by their paths. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Makes a folder of files that goes when the test is over, and returns its path. */
export function folderOf(files: Files): string {
  const folder = writtenFolder(files);
  onTestFinished(() => removeFolder(folder));
  return folder;
}

/** The same for a hook; whoever makes it removes it. */
export function writtenFolder(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-corpus-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
