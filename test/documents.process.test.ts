import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../src/app/config.js';
import { build, run } from './cli/command.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const README = read('README.md');
const README_ZH = read('README.zh-CN.md');
/** Documents that exist in both languages, by the name of the English one. */
const PAIRS = ['README.md', 'docs/articles.md', 'docs/running.md', 'docs/settings.md', 'docs/terminal.md'];
const BOTH = PAIRS.flatMap((name) => [name, inChinese(name)]);
/** Letters a line of prose may have; what commands write and print is as long as it is. */
const LONGEST_LINE = 125;

function read(name: string): string {
  return readFileSync(join(ROOT, name), 'utf8');
}

function inChinese(name: string): string {
  return name.replace(/\.md$/, '.zh-CN.md');
}

function all(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([whole, group]) => group ?? whole);
}

/** What links call the sections of a document. */
function sectionsOf(text: string): string[] {
  return all(text, /^#+ (.+)$/gm).map((title) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Names of settings in the table of a paper. */
function settingsIn(readme: string): string[] {
  return all(readme, /^\| ((?:`[A-Z_]+`[,、 ]*)+) \|/gm).flatMap((cell) => all(cell, /`([A-Z_]+)`/g));
}

describe.each(PAIRS)('%s says the same in both languages', (name) => {
  const [english, chinese] = [read(name), read(inChinese(name))];
  const trimmed = (text: string, pattern: RegExp) => all(text, pattern).map((found) => found.trim());

  test.each<[string, RegExp]>([
    ['sections, in number', /^#+(?= )/gm],
    ['inline commands and names', /`([a-z-]+ ?(?:run|test|start)[^`]*|\/[a-z]+|--[a-z]+|[A-Z_]{6,})`/g],
    ['fields, files and codes at the head of a row', /^\| (`[^|]+`|\d+) \|/gm],
    ['rows of tables, in number', /^\|/gm],
    ['items of lists, in number', /^(?:-|\d+\.)(?= )/gm],
  ])('%s', (_, pattern) => {
    expect(trimmed(chinese.replaceAll('、', ', '), pattern)).toEqual(trimmed(english, pattern));
  });

  test('links, but for those to the page in the same language', () => {
    // What a place on a page is called depends on its language.
    const links = (text: string) =>
      trimmed(text, /\]\(([^)]+)\)/g).map((link) => link.replace(/#.*/, '').replace('.zh-CN.md', '.md'));
    expect(links(chinese)).toEqual(links(english));
  });

  test('blocks of code, but for their comments and what commands say of faults, which is in the language of the terminal', () => {
    const blocks = (text: string) =>
      all(text, /^```[\s\S]*?^```/gm).map((block) =>
        block
          .replace(/(?:^|(?<= )) *# .*$/gm, '')
          .replace(/^[\w/.]+\.\w+(?::\d+| 第 \d+ 行)?(?:: |：).*$/gm, 'a fault')
          .trim(),
      );
    expect(blocks(chinese)).toEqual(blocks(english));
  });
});

describe('papers are short', () => {
  test.each(['README.md', 'README.zh-CN.md'])('%s in lines', (name) => {
    expect(read(name).split('\n').length).toBeLessThan(150);
  });

  test.each([...BOTH, 'docs/quality.md', 'docs/speed.md', 'CHANGELOG.md'])('lines of %s', (name) => {
    const written = read(name).replace(/<!-- end of|^<!-- [\s\S]*?^(?=<!-- end of)/gm, '');
    expect(written.split('\n').filter((line) => Array.from(line).length > LONGEST_LINE)).toEqual([]);
  });
});

describe('settings', () => {
  const example = all(read('.env.example'), /^#?([A-Z_]+)=/gm);

  test.each([
    ['docs/settings.md', read('docs/settings.md')],
    ['docs/settings.zh-CN.md', read('docs/settings.zh-CN.md')],
  ])('are the same in %s as in .env.example', (_, paper) => {
    expect(settingsIn(paper)).toEqual(example);
  });

  test.each([
    ['README.md', README],
    ['README.zh-CN.md', README_ZH],
  ])('that %s names are among them', (_, readme) => {
    expect(example).toEqual(expect.arrayContaining(settingsIn(readme)));
  });

  test('are those that are read', () => {
    const camel = (name: string) =>
      name.toLowerCase().replace(/_(.)/g, (__, letter: string) => letter.toUpperCase());
    const fields = example.map((name) => (/^INDEX_(?!CACHE)/.test(name) ? 'index' : camel(name)));
    expect([...new Set(fields)]).toEqual(Object.keys(loadConfig({})));
  });
});

describe('what documents point to is there', () => {
  const papers = [
    'README.md',
    'README.zh-CN.md',
    'ARCHITECTURE.md',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'lab/README.md',
    'playground/README.md',
  ];
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

  test('constants that ARCHITECTURE.md names are in the code', () => {
    const code = ['src', 'playground', 'lab', 'test'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => read(join(folder, name))),
    );
    const words = new Set(code.flatMap((text) => all(text, /\b[A-Z][A-Z0-9_]{3,}\b/g)));
    const named = all(read('ARCHITECTURE.md'), /`([A-Z][A-Z0-9_]{3,})`/g);
    expect(named.filter((name) => !words.has(name))).toEqual([]);
    expect(named.length).toBeGreaterThan(12);
  });

  test.each([...papers, ...below])('npm scripts of %s', (name) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const used = all(read(name), /npm run (?:-s )?([a-z][a-z:-]*)/g);
    expect(used.filter((script) => !(script in scripts))).toEqual([]);
  });

  test.each(BOTH)('sections that links of %s lead to', (name) => {
    const missing = all(read(name), /\]\((?!https?:)([^)]+#[^)]+)\)/g).filter((link) => {
      const [file = '', section = ''] = link.split('#');
      return !sectionsOf(read(join(dirname(name), file))).includes(section);
    });
    expect(missing).toEqual([]);
  });

  test.each([
    ['of the product', ['dependencies', 'optionalDependencies']],
    ['for development', ['devDependencies']],
  ])('reasons for packages %s', (_, kinds) => {
    const packages = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
    const [product = '', development = ''] = read('docs/decisions/0019-dependencies.md').split(
      'For development:',
    );
    const explained = all(kinds.length > 1 ? product : development, /^\| `([^`]+)` \| \S/gm);
    const named = kinds.flatMap((kind) => Object.keys(packages[kind] ?? {}));
    expect(explained.sort()).toEqual(named.sort());
  });
});

test('the figures of the documents are those that were measured', async () => {
  build();
  const { code, stderr } = await run('figures', ['--check']);
  expect([code, stderr]).toEqual([0, '']);
});
