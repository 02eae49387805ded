import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/**
 * Imports point one way, so that a room can be read, tested and replaced without those that come after it. This file
 * is the rule; ARCHITECTURE.md is its reason.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SRC = join(ROOT, 'src');

/** Rooms that a room may import from. `wiring` is what stands outside: commands, settings, start and stop. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  language: [],
  corpus: ['language'],
  retrieval: ['language', 'corpus'],
  collection: ['language', 'corpus', 'retrieval'],
  answering: ['language', 'corpus', 'retrieval'],
  telegram: ['language', 'corpus', 'retrieval', 'answering'],
  // It serves any bot, so it knows of none; and no bot can tell it from Telegram.
  playground: [],
  wiring: ['language', 'corpus', 'retrieval', 'collection', 'answering', 'telegram', 'playground'],
};

/** Packages that stay behind one door, and the files (or folders, with `/`) that are the door. */
const DOORS: readonly (readonly [pack: RegExp, places: readonly string[]])[] = [
  [/^nodejieba$/, ['language/dictionary.ts', 'cli/bench/systems/']],
  [/^opencc-js$/, ['language/fold.ts']],
  [/^pinyin-pro$/, ['language/sound.ts']],
  [/^minisearch$/, ['retrieval/', 'cli/bench/systems/']],
  [/^parse5$/, ['corpus/html/']],
  [/^(grammy|@grammyjs\/(runner|auto-retry))$/, ['telegram/', 'main.ts', 'log.ts']],
  [/^dotenv$/, ['main.ts', 'cli/']],
  [/^pino-pretty$/, ['log.ts']],
];

interface SourceFile {
  /** Path below src, with `/`. */
  readonly path: string;
  /** What it imports, types too. */
  readonly imports: readonly string[];
  /** What it imports when it runs. */
  readonly loads: readonly string[];
}

const files: readonly SourceFile[] = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /(?<!\.d)\.[jt]s$/.test(entry.name))
  .map((entry) => read(join(entry.parentPath, entry.name).slice(SRC.length + 1)));
const paths = new Set(files.map(({ path }) => path));

function read(path: string): SourceFile {
  const text = readFileSync(join(SRC, path), 'utf8');
  return { path, imports: importsIn(text), loads: importsIn(withoutTypeImports(text)) };
}

/** The text less the imports and exports that the compiler drops, since they name types only. */
function withoutTypeImports(text: string): string {
  return ts
    .createSourceFile('source.ts', text, ts.ScriptTarget.ESNext)
    .statements.filter(
      (statement) =>
        !(ts.isImportDeclaration(statement) && statement.importClause?.isTypeOnly) &&
        !(ts.isExportDeclaration(statement) && statement.isTypeOnly),
    )
    .map(({ pos, end }) => text.slice(pos, end))
    .join('');
}

function importsIn(text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

function roomOf(path: string): string {
  const [folder = '', ...below] = path.split('/');
  return below.length === 0 || folder === 'cli' ? 'wiring' : folder;
}

/** The file of ours that an import leads to; `undefined` for a package. */
function target({ path }: SourceFile, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const written = normalize(join(dirname(path), specifier));
  const source = written.replace(/\.js$/, '.ts');
  return paths.has(source) ? source : written;
}

function targets(file: SourceFile): string[] {
  return file.imports.flatMap((specifier) => target(file, specifier) ?? []);
}

/** The package of an import: `grammy` for `grammy/types`; `undefined` for a file of ours or a module of Node's. */
function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('node:')) return undefined;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Every place where a file breaks a rule, as `file → import`. */
function breaches(breaks: (file: SourceFile, specifier: string) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports
      .filter((specifier) => breaks(file, specifier))
      .map((specifier) => `${file.path} → ${specifier}`),
  );
}

describe('rooms', () => {
  test('have a place in the order, each of them', () => {
    const rooms = new Set(files.map(({ path }) => roomOf(path)));
    expect([...rooms].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  });

  test('import only from those that they may know', () => {
    const wrong = breaches((file, specifier) => {
      const to = target(file, specifier);
      if (to === undefined) return false;
      const [from, into] = [roomOf(file.path), roomOf(to)];
      return from !== into && !MAY_IMPORT[from]?.includes(into);
    });
    expect(wrong).toEqual([]);
  });

  test('have files that do not import one another in a circle', () => {
    expect(cycle(new Map(files.map((file) => [file.path, targets(file)])))).toEqual([]);
  });

  test('import files that are there, by the name that they have when built', () => {
    const wrong = breaches((file, specifier) => {
      const to = target(file, specifier);
      return to !== undefined && (specifier.endsWith('.ts') || !existsSync(join(SRC, to)));
    });
    expect(wrong).toEqual([]);
  });
});

describe('packages', () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };

  test.each(DOORS)('%o is imported at its door only', (pack, places) => {
    const importers = files.filter(({ imports }) => imports.some((name) => pack.test(packageOf(name) ?? '')));
    const outside = importers.filter(({ path }) => !places.some((place) => isAt(path, place)));
    expect(outside.map(({ path }) => path)).toEqual([]);
    const unused = places.filter((place) => !importers.some(({ path }) => isAt(path, place)));
    expect(unused).toEqual([]);
  });

  test('that are loaded are installed with the product, and all that are installed are loaded', () => {
    const loaded = new Set(files.flatMap(({ loads }) => loads.flatMap((name) => packageOf(name) ?? [])));
    expect([...loaded].sort()).toEqual(Object.keys(dependencies).sort());
  });

  test("of Node's own are named as such", () => {
    expect(breaches((_, specifier) => builtinModules.includes(specifier))).toEqual([]);
  });
});

function isAt(path: string, place: string): boolean {
  return place.endsWith('/') ? path.startsWith(place) : path === place;
}

/** A way from a file back to itself, or nothing where there is none. */
function cycle(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const search = (path: string, way: readonly string[]): string[] => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const next of graph.get(path) ?? []) {
      const found = search(next, [...way, path]);
      if (found.length > 0) return found;
    }
    done.add(path);
    return [];
  };
  for (const path of graph.keys()) {
    const found = search(path, []);
    if (found.length > 0) return found;
  }
  return [];
}
