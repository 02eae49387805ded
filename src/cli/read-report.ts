import { extname } from 'node:path';
import { jsonLine } from '../app/terminal.js';
import type { Article, Unreadable } from '../corpus/article.js';
import type { Collection } from '../corpus/collection.js';
import type { Found } from '../corpus/reader.js';
import { datesOf, type Survey } from '../corpus/survey.js';
import type { Language } from '../language/bilingual.js';

/** What became of one file. */
export interface FileReport {
  /** Path below the collection. */
  readonly source: string;
  readonly status: 'read' | 'left out';
  /** As people call it; the ending in capitals where nothing more is known. */
  readonly format: string;
  readonly encoding?: string;
  /** Fields found under other names, and what else was found out. */
  readonly fields?: Found['fields'];
  readonly articles: number;
  /** The first and the last of its articles as `--show` counts them; absent where it has none. */
  readonly numbers?: readonly [first: number, last: number];
  readonly dates?: Survey['dates'];
  /** What of it is not read or served, or not as it stands. */
  readonly faults: readonly Omit<Unreadable, 'source'>[];
}

/**
 * One report for each file, and for each folder or link that was left out, in the order of their paths. Files that are read in
 * an archive have theirs; the archive has one where there is something to say of itself.
 */
export function reportsOf({ articles, readings, unreadable }: Collection): FileReport[] {
  const held = bySource(articles.map((article, i) => ({ ...article, number: i + 1 })));
  const faults = bySource(unreadable);
  const found = new Map(readings.map((reading) => [reading.source, reading.found]));
  const containers = containersOf(held.keys());
  const said = [...found.keys()].filter((source) => !containers.has(source));
  const sources = new Set([...held.keys(), ...said, ...faults.keys()]);
  return [...sources]
    .sort()
    .map((source) => reportOf(source, held.get(source) ?? [], found.get(source), faults.get(source) ?? []));
}

/** A line of `read --json`: what is told in words is told in one language. */
export function reportJson(report: FileReport, language: Language): string {
  const faults = report.faults.map(({ problem, remedy, ...place }) => ({
    ...place,
    problem: problem[language],
    remedy: remedy[language],
  }));
  return jsonLine({ ...report, faults });
}

function reportOf(
  source: string,
  articles: readonly (Article & { readonly number: number })[],
  found: Found | undefined,
  faults: readonly Unreadable[],
): FileReport {
  const [first, last] = [articles[0], articles.at(-1)];
  const dates = datesOf(articles);
  return {
    source,
    status: articles.length > 0 ? 'read' : 'left out',
    format: found?.format ?? extname(source).slice(1).toUpperCase(),
    ...(found?.encoding !== undefined && { encoding: found.encoding }),
    ...(found?.fields && { fields: found.fields }),
    articles: articles.length,
    ...(first && last && { numbers: [first.number, last.number] as const }),
    ...(dates && { dates }),
    faults: faults.map(({ source: _, ...fault }) => fault),
  };
}

/** The paths above those of files: of folders, and of the archives that the files are in. */
function containersOf(sources: Iterable<string>): ReadonlySet<string> {
  const containers = new Set<string>();
  for (const source of sources)
    for (let at = source.lastIndexOf('/'); at > 0; at = source.lastIndexOf('/', at - 1))
      containers.add(source.slice(0, at));
  return containers;
}

function bySource<T extends { readonly source: string }>(things: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(thing.source);
    if (group) group.push(thing);
    else groups.set(thing.source, [thing]);
  }
  return groups;
}
