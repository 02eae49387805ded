import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** A folder of invented articles. Three tell of the library, so that an answer about it has pages to turn. */
export const ARTICLES = fileURLToPath(new URL('articles', import.meta.url));
export const LIBRARY = '青石镇图书馆搬进老粮仓';
export const BUS = '102路公交车延长运营时间';

const made: string[] = [];

afterAll(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true });
});

/** A new folder below the system's temporary one, which is gone when the file's tests are over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jianbao-test-'));
  made.push(folder);
  return folder;
}
