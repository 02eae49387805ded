import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/**
 * Imports point one way, so that a room can be read, tested and replaced without those that come after it. This file
 * is the rule; ARCHITECTURE.md is its reason. `npm run layers` prints the rooms with their arrows.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Buildings: what a building may import from besides itself. `bin` is the one place that starts the playground. */
const BUILDINGS: Readonly<Record<string, readonly string[]>> = {
  src: [],
  playground: [],
  lab: ['src', 'playground'],
  bin: ['src', 'playground'],
};

/** Rooms of `src`: what a room may import from besides itself. Each may know only rooms above it. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  language: [],
  keeping: [],
  corpus: ['language'],
  retrieval: ['language', 'corpus'],
  answering: ['language', 'corpus', 'retrieval'],
  collection: ['language', 'corpus', 'retrieval'],
  telegram: ['language', 'answering', 'keeping'],
  app: ['language', 'keeping', 'corpus', 'answering', 'collection', 'telegram'],
  cli: ['language', 'corpus', 'answering', 'telegram', 'app'],
};

const MOST_ROOMS = 14;
const MOST_ARROWS = 35;
/** Longest file that is no data and no test. */
const MOST_LINES = 300;

/** Packages that stay behind one door, and the files (or folders, with `/`) that are the door. */
const DOORS: readonly (readonly [pack: RegExp, places: readonly string[]])[] = [
  [/^nodejieba$/, ['src/language/dictionary.ts', 'lab/bench/systems/']],
  [/^opencc-js$/, ['src/language/fold.ts']],
  [/^pinyin-pro$/, ['src/language/sound.ts']],
  [/^minisearch$/, ['src/retrieval/title-suggester.ts', 'lab/bench/systems/']],
  [/^parse5$/, ['src/corpus/html/']],
  [/^feedsmith$/, ['src/corpus/feed/']],
  [/^pdfjs-dist$/, ['src/corpus/pdf/pdf-worker.js']],
  [/^(yaml|smol-toml)$/, ['src/corpus/front-matter/values.ts']],
  [/^(mdast-util-(from-markdown|gfm)|micromark-extension-gfm)$/, ['src/corpus/markup/parse.ts']],
  [/^fflate$/, ['src/corpus/archive/parts.ts', 'lab/fuzz/builders/']],
  [/^mammoth$/, ['src/corpus/office/docx-html.ts']],
  [/^read-excel-file$/, ['src/corpus/office/xlsx.ts']],
  [/^iconv-lite$/, ['src/corpus/encoding/big5.ts']],
  [/^csv-parse$/, ['src/corpus/table/csv-rows.ts']],
  [/^grammy$/, ['src/telegram/', 'src/app/log.ts']],
  [/^(https?|socks)-proxy-agent$/, ['src/app/proxy.ts']],
  [/^dotenv$/, ['bin/', 'src/cli/']],
  [/^pino-pretty$/, ['src/app/log.ts']],
  [/^prom-client$/, ['src/app/metrics.ts']],
  [/^onnxruntime-node$/, ['src/answering/reading/onnx-worker.js']],
  [/^@opensearch-project\/opensearch$/, ['src/retrieval/opensearch/cluster.ts']],
];

interface SourceFile {
  /** Path below the project, with `/`. */
  readonly path: string;
  readonly lines: number;
  /** What it imports, types too. */
  readonly imports: readonly string[];
  /** What it imports when it runs. */
  readonly loads: readonly string[];
}

const files: readonly SourceFile[] = Object.keys(BUILDINGS)
  .flatMap((building) =>
    readdirSync(join(ROOT, building), { recursive: true, withFileTypes: true }).filter(
      (entry) =>
        entry.isFile() && /(?<!\.d)\.[jt]s$/.test(entry.name) && !entry.parentPath.includes('node_modules'),
    ),
  )
  .map((entry) => read(join(entry.parentPath, entry.name).slice(ROOT.length)));
const paths = new Set(files.map(({ path }) => path));
const bot = files.filter(({ path }) => path.startsWith('src/'));

function read(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return {
    path,
    lines: text.split('\n').length - 1,
    imports: importsIn(text),
    loads: importsIn(withoutTypeImports(text)),
  };
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

function buildingOf(path: string): string {
  return path.split('/')[0] as string;
}

/** The folder directly below `src`. */
function roomOf(path: string): string {
  return path.split('/')[1] as string;
}

/** The folder two levels below `src`, if the file is in one: `answering/ranking`. */
function chamberOf(path: string): string | undefined {
  const [, room, chamber, file] = path.split('/');
  return file === undefined ? undefined : `${room}/${chamber}`;
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
function breaches(
  breaks: (file: SourceFile, specifier: string) => boolean,
  among: readonly SourceFile[] = files,
): string[] {
  return among.flatMap((file) =>
    file.imports
      .filter((specifier) => breaks(file, specifier))
      .map((specifier) => `${file.path} → ${specifier}`),
  );
}

describe('buildings', () => {
  test('import only from those that they may know', () => {
    const wrong = breaches((file, specifier) => {
      const to = target(file, specifier);
      if (to === undefined) return false;
      const [from, into] = [buildingOf(file.path), buildingOf(to)];
      return from !== into && !BUILDINGS[from]?.includes(into);
    });
    expect(wrong).toEqual([]);
  });

  test('have files that do not import one another in a circle', () => {
    expect(cycle(new Map(files.map((file) => [file.path, targets(file)])))).toEqual([]);
  });

  test('import files that are there, by the name that they have when built', () => {
    const wrong = breaches((file, specifier) => {
      const to = target(file, specifier);
      return to !== undefined && (specifier.endsWith('.ts') || !existsSync(join(ROOT, to)));
    });
    expect(wrong).toEqual([]);
  });

  test(`have no file of more than ${MOST_LINES} lines`, () => {
    expect(files.filter(({ lines }) => lines > MOST_LINES).map(({ path }) => path)).toEqual([]);
  });
});

describe('rooms', () => {
  test('have a place in the order, each of them, and each knows only those above it', () => {
    const order = Object.keys(MAY_IMPORT);
    expect([...new Set(bot.map(({ path }) => roomOf(path)))].sort()).toEqual([...order].sort());
    for (const [room, others] of Object.entries(MAY_IMPORT)) {
      expect(others.filter((other) => order.indexOf(other) >= order.indexOf(room))).toEqual([]);
    }
  });

  test('import only from those that they may know', () => {
    const wrong = breaches((file, specifier) => {
      const to = target(file, specifier);
      if (to === undefined) return false;
      const [from, into] = [roomOf(file.path), roomOf(to)];
      return from !== into && !MAY_IMPORT[from]?.includes(into);
    }, bot);
    expect(wrong).toEqual([]);
  });

  test('may know no room that they do not need', () => {
    const known = new Map<string, Set<string>>();
    for (const file of bot) {
      const others = known.get(roomOf(file.path)) ?? new Set();
      for (const to of targets(file)) if (roomOf(to) !== roomOf(file.path)) others.add(roomOf(to));
      known.set(roomOf(file.path), others);
    }
    const unneeded = Object.entries(MAY_IMPORT).flatMap(([room, others]) =>
      others.filter((other) => !known.get(room)?.has(other)).map((other) => `${room} → ${other}`),
    );
    expect(unneeded).toEqual([]);
  });

  test('have folders that do not import one another in a circle', () => {
    const graph = new Map<string, string[]>();
    for (const file of bot) {
      const from = chamberOf(file.path);
      if (from === undefined) continue;
      const others = targets(file).flatMap((to) => chamberOf(to) ?? []);
      graph.set(from, [...(graph.get(from) ?? []), ...others.filter((other) => other !== from)]);
    }
    expect(cycle(graph)).toEqual([]);
  });

  test('and the folders in them that other rooms know are few, and so are the arrows between them', () => {
    const foreign = bot.flatMap((file) => targets(file).filter((to) => roomOf(to) !== roomOf(file.path)));
    const chambers = new Set(foreign.flatMap((to) => chamberOf(to) ?? []));
    const placeOf = (path: string): string => {
      const chamber = chamberOf(path);
      return chamber !== undefined && chambers.has(chamber) ? chamber : roomOf(path);
    };
    const arrows = new Map([...MAY_IMPORT_ORDER, ...chambers].map((place) => [place, new Set<string>()]));
    for (const file of bot)
      for (const to of targets(file))
        if (placeOf(to) !== placeOf(file.path)) arrows.get(placeOf(file.path))?.add(placeOf(to));
    const count = [...arrows.values()].reduce((sum, others) => sum + others.size, 0);
    const drawn = [...arrows].map(
      ([place, others]) => `  ${place} → ${[...others].sort().join(', ') || '–'}`,
    );
    process.stdout.write(`${arrows.size} rooms, ${count} arrows\n${drawn.sort().join('\n')}\n`);
    expect(arrows.size).toBeLessThanOrEqual(MOST_ROOMS);
    expect(count).toBeLessThanOrEqual(MOST_ARROWS);
  });
});

const MAY_IMPORT_ORDER = Object.keys(MAY_IMPORT);

describe('packages', () => {
  const { dependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  ) as Record<'dependencies' | 'optionalDependencies', Record<string, string>>;

  test.each(DOORS)('%o is imported at its door only', (pack, places) => {
    const importers = files.filter(({ imports }) => imports.some((name) => pack.test(packageOf(name) ?? '')));
    const outside = importers.filter(({ path }) => !places.some((place) => isAt(path, place)));
    expect(outside.map(({ path }) => path)).toEqual([]);
    const unused = places.filter((place) => !importers.some(({ path }) => isAt(path, place)));
    expect(unused).toEqual([]);
  });

  test('that are loaded are installed with the product, and all that are installed are loaded', () => {
    const product = files.filter(({ path }) => buildingOf(path) !== 'lab');
    const loaded = new Set(product.flatMap(({ loads }) => loads.flatMap((name) => packageOf(name) ?? [])));
    expect([...loaded].sort()).toEqual(Object.keys({ ...dependencies, ...optionalDependencies }).sort());
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
