import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Contents of files by their paths. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Makes a folder of files that goes when the test is over, and returns its path. */
export function folderOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-corpus-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
