import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitOn } from '../../src/app/exit.js';
import { createProgress } from '../../src/cli/progress.js';
import { parseCommandLine, UsageError, wholeNumber } from '../../src/cli/usage.js';
import { type FetchedSet, fetchSet } from './fetch-set.js';
import { type PublicSet, SETS } from './sets.js';

const USAGE = `Usage: npm run fetch-sets -- [NAME …] [options]

Brings the public sets here that the figures are measured on, from where they are published, and writes each as NAME.json
for npm run eval, npm run train and npm run train:ranking. Without a NAME it brings all:

${SETS.map(({ name, title, licence, taken }) => `  ${name.padEnd(14)}${title}\n${' '.repeat(16)}${taken}\n${' '.repeat(16)}${licence}`).join('\n')}

  --to FOLDER     where they go (default lab/sets, which git passes over)
  --mirror URL    what stands in the place of https://raw.githubusercontent.com/, where that cannot be reached
  --seconds N     longest time for a file, 1 to 86400 (default 300); the next run goes on where it stopped
  --help          this text`;

/** Beside the source of this command, not beside the built one. */
const FOLDER = fileURLToPath(new URL('../../../lab/sets', import.meta.url));

async function main(): Promise<void> {
  const { values, positionals } = parseCommandLine(
    {
      allowPositionals: true,
      options: {
        to: { type: 'string', default: FOLDER },
        mirror: { type: 'string' },
        seconds: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    },
    USAGE,
  );
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const { to, mirror } = values;
  if (to === '') throw new UsageError('--to takes a folder.');
  const timeoutMs = wholeNumber('seconds', values.seconds, 300, 1, 86_400) * 1000;
  const from = mirror === undefined ? {} : { mirror: addressOf(mirror) };
  for (const wanted of named(positionals)) {
    const bar = createProgress();
    try {
      const fetched = await fetchSet(wanted, { to, timeoutMs, ...from, progress: bar.show });
      bar.end();
      tell(wanted, fetched);
    } finally {
      bar.end();
    }
  }
}

function named(names: readonly string[]): readonly PublicSet[] {
  const unknown = names.filter((name) => !SETS.some((set) => set.name === name));
  if (unknown.length > 0) {
    const known = SETS.map(({ name }) => name).join(', ');
    throw new UsageError(
      `There is no set ${unknown.map((name) => `"${name}"`).join(', ')}; there are ${known}.`,
    );
  }
  return names.length === 0 ? SETS : SETS.filter(({ name }) => names.includes(name));
}

function addressOf(mirror: string): string {
  if (!URL.canParse(mirror) || !/^https?:/i.test(mirror)) {
    throw new UsageError(`--mirror takes an address that begins with https:// or http://; got "${mirror}".`);
  }
  return mirror.endsWith('/') ? mirror : `${mirror}/`;
}

function tell({ name }: PublicSet, { set, path, kept, unchecked }: FetchedSet): void {
  const counts = [set.passages.length, set.questions.length].map((count) => count.toLocaleString('en'));
  process.stdout.write(
    `${name}: ${counts[0]} passages, ${counts[1]} questions, ${relative('', path)}${kept ? ' (nothing to fetch)' : ''}\n`,
  );
  for (const { file, sha256 } of unchecked) {
    process.stderr.write(`${file}: not checked: no checksum is known. It has ${sha256}.\n`);
  }
}

process.on('uncaughtException', exitOn);
await main().catch(exitOn);
