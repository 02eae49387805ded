import { readingConfig } from '../app/config.js';
import { didYouMean, misnamedSettings } from '../app/misnamed-settings.js';
import { pathIn } from '../app/path-settings.js';
import { SETTING_NAMES } from '../app/settings.js';
import { visible, visibleIn, visibleInLine } from '../app/terminal.js';
import { type Collection, readFiles } from '../corpus/collection.js';
import { EmptyCollectionError } from '../corpus/errors.js';
import { ReadingProcess } from '../corpus/reading-process/reading-process.js';
import { articleJson, articleText } from './read-article.js';
import { readLocale } from './read-locale.js';
import { reportJson, reportsOf } from './read-report.js';
import { reportTable } from './read-table.js';
import { readingProgress } from './reading-progress.js';
import type { Surroundings } from './surroundings.js';
import { parseCommandLine, UsageError, wholeNumber } from './usage.js';

const USAGE = `Usage: npm run read -- [options] [PATH]

Shows what would be read of a file or folder (default: SEEDS_DIR, else seeds): each file with its format, encoding,
articles, dates and the fields that were found; and what is left out, with the reason and what to do about it.

  --show N        article N of the collection instead, block by block: role, place, headings above it, text
  --json          one line of JSON per file, or for the article
  --help          this text

It ends with 2 where there is nothing to serve.`;

interface Options {
  readonly path: string;
  readonly json: boolean;
  readonly show: number | undefined;
}

/**
 * Runs `read` to its end.
 * @param args the command's own arguments
 * @throws UsageError, ConfigError, MissingCollectionError, EmptyCollectionError: what whoever called it can mend
 */
export async function read(
  args: readonly string[],
  { env, fileNames, stdout, stderr }: Omit<Surroundings, 'stdin'>,
): Promise<void> {
  const options = readOptions(args, env);
  if (options === 'help') {
    stdout.write(`${USAGE}\n`);
    return;
  }
  const locale = readLocale(env);
  for (const name of misnamedSettings(SETTING_NAMES, fileNames, Object.keys(env)))
    stderr.write(`${didYouMean(name)[locale.language]}\n`);
  const progress = readingProgress(stderr, locale.reading);
  const collection = await readWithin(options.path, env, progress.onRead);
  progress.end();
  for (const line of linesOf(collection, options, locale)) stdout.write(`${line}\n`);
  if (collection.articles.length === 0) throw new EmptyCollectionError(options.path, collection.unreadable);
}

async function readWithin(
  path: string,
  env: Surroundings['env'],
  onRead: (files: number, of: number) => void,
): Promise<Collection> {
  const reading = new ReadingProcess(readingConfig(env).limits);
  try {
    return await readFiles(path, { read: (...file) => reading.read(...file), onRead });
  } finally {
    await reading.close();
  }
}

function linesOf(
  collection: Collection,
  { path, json, show }: Options,
  locale: ReturnType<typeof readLocale>,
): Iterable<string> {
  if (show !== undefined) {
    const article = collection.articles[show - 1];
    if (!article) throw new UsageError(noSuchArticle(show, path, collection.articles.length));
    return [json ? articleJson(article, show) : visible(articleText(article, show, locale))];
  }
  const reports = reportsOf(collection);
  return json
    ? reports.map((report) => reportJson(report, locale.language))
    : reportTable(visibleIn(reports, visibleInLine), collection, locale);
}

function noSuchArticle(show: number, path: string, articles: number): string {
  return `There is no article ${show} in "${path}": it holds ${articles}. npm run read -- ${path} lists them by file.`;
}

function readOptions(args: readonly string[], env: Surroundings['env']): Options | 'help' {
  const { values, positionals } = parseCommandLine(
    {
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        show: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    },
    USAGE,
  );
  if (values.help) return 'help';
  if (positionals.length > 1)
    throw new UsageError(`One path at a time; got ${positionals.length}.\n\n${USAGE}`);
  return {
    path: positionals[0] ?? pathIn(env, 'SEEDS_DIR') ?? 'seeds',
    json: values.json,
    show:
      values.show === undefined ? undefined : wholeNumber('show', values.show, 1, 1, Number.MAX_SAFE_INTEGER),
  };
}
