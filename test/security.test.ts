import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PROMISE = /^\| ([^|]+) \| `(test\/[^`]+)` \| ([^|]+) \|$/gm;
const PROMISES = Array.from(
  readFileSync(join(ROOT, 'SECURITY.md'), 'utf8').matchAll(PROMISE),
  ([, promise, file, title]) => [promise, file, title] as [string, string, string],
);

test('SECURITY.md has promises', () => {
  expect(PROMISES.length).toBeGreaterThan(10);
});

test.each(PROMISES)('%s: held by a test that is there', (_, file, title) => {
  expect(existsSync(join(ROOT, file)), file).toBe(true);
  const titles = readFileSync(join(ROOT, file), 'utf8').matchAll(
    /(?:describe|test|it)(?:\.\w+)*\(\s*['"`](.+?)['"`],/g,
  );
  expect(Array.from(titles, ([, name]) => name)).toContain(title);
});
