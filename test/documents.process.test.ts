import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../src/app/config.js';
import { build, run } from './cli/command.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const README = read('README.md');
const README_ZH = read('README.zh-CN.md');

function read(name: string): string {
  return readFileSync(join(ROOT, name), 'utf8');
}

function all(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([whole, group]) => group ?? whole);
}

/** Names of settings in the table of a README. */
function settingsIn(readme: string): string[] {
  return all(readme, /^\| ((?:`[A-Z_]+`[,、 ]*)+) \|/gm).flatMap((cell) => all(cell, /`([A-Z_]+)`/g));
}

describe('the READMEs say the same', () => {
  test.each<[string, RegExp]>([
    ['sections, in number', /^#+(?= )/gm],
    ['shell commands', /^(?:npm|sudo|journalctl) [^#\n]*/gm],
    ['inline commands and names', /`([a-z-]+ ?(?:run|test|start)[^`]*|\/[a-z]+|--[a-z]+|[A-Z_]{6,})`/g],
    ['rows of tables, in number', /^\|/gm],
    ['links', /\]\((https?:[^)]+|docs\/[^)]+|LICENSE|ARCHITECTURE\.md|CHANGELOG\.md)\)/g],
  ])('%s', (_, pattern) => {
    const trimmed = (text: string) => all(text, pattern).map((found) => found.trim());
    expect(trimmed(README_ZH)).toEqual(trimmed(README));
  });
});

describe('settings', () => {
  const example = all(read('.env.example'), /^#?([A-Z_]+)=/gm);
  // Kept for administration commands, of which there are none yet.
  const documented = example.filter((name) => name !== 'ADMIN_IDS');

  test.each([
    ['README.md', README],
    ['README.zh-CN.md', README_ZH],
  ])('are the same in %s as in .env.example', (_, readme) => {
    expect(settingsIn(readme)).toEqual(documented);
  });

  test('are those that are read', () => {
    const camel = (name: string) =>
      name.toLowerCase().replace(/_(.)/g, (__, letter: string) => letter.toUpperCase());
    expect(example.map(camel)).toEqual(Object.keys(loadConfig({})));
  });
});

describe('what documents point to is there', () => {
  const papers = ['README.md', 'README.zh-CN.md', 'ARCHITECTURE.md', 'CHANGELOG.md', 'lab/README.md'];
  const below = ['docs', 'docs/decisions'].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).flatMap((name) => (name.endsWith('.md') ? `${folder}/${name}` : [])),
  );

  test.each([...papers, ...below])('links of %s', (name) => {
    const links = all(read(name), /\]\((?!https?:)([^)#]+)\)/g);
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(name), link)))).toEqual([]);
  });

  test.each(below)('files that %s names', (name) => {
    const named = all(read(name), /`((?:src|lab|playground|test|docs)\/[\w./-]+)`/g);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test('files and folders that ARCHITECTURE.md names, from wherever it names them', () => {
    const folders = ['src', 'playground', 'lab', 'bin', 'test', 'scripts'];
    const below = folders.flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }),
    );
    const paths = [
      ...folders.map((folder) => `/${folder}/`),
      ...below.map((entry) => `${join(entry.parentPath, entry.name)}${entry.isDirectory() ? '/' : ''}`),
    ];
    const named = all(
      read('ARCHITECTURE.md'),
      /`((?:[\w.-]+\/)*[\w-]+\.(?:test\.ts|ts|mjs|js|json)|(?:[\w-]+\/)+)`/g,
    );
    expect(named.filter((path) => !paths.some((there) => there.endsWith(`/${path}`)))).toEqual([]);
    expect(named.length).toBeGreaterThan(30);
  });

  test.each([...papers, ...below])('npm scripts of %s', (name) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const used = all(read(name), /npm run (?:-s )?([a-z][a-z:-]*)/g);
    expect(used.filter((script) => !(script in scripts))).toEqual([]);
  });

  test('packages that ARCHITECTURE.md gives a reason for are those that are installed', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const [table = ''] = all(read('ARCHITECTURE.md'), /## Dependencies\n\n([\s\S]*?)\n\n/g);
    expect(all(table, /^\| `([^`]+)`/gm).sort()).toEqual(Object.keys(dependencies).sort());
  });
});

test('the figures of the documents are those that were measured', async () => {
  build();
  const { code, stderr } = await run('figures', ['--check']);
  expect([code, stderr]).toEqual([0, '']);
});
