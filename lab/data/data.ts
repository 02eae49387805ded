import { readFileSync, writeFileSync } from 'node:fs';
import { exitOn } from '../../src/app/exit.js';
import { ExitCode, parseCommandLine, UsageError } from '../../src/cli/usage.js';
import { faultsOf } from './check-world.js';
import { readWorlds, worldNames } from './read-worlds.js';
import { blindSheet, disagreements, parseReading } from './second-reading.js';
import type { World } from './world.js';
import { worldsAsSet } from './worlds-as-set.js';

const USAGE = `Usage: npm run data -- check | set FILE.json | blind WORLD | compare WORLD READING.tsv

The everyday articles and questions of lab/data/worlds.

  check                       what is wrong with them, and how many there are
  set FILE.json [WORLD …]     writes them as one set for npm run eval (default: all worlds)
  blind WORLD                 prints articles and questions without answers, for a second reading
  compare WORLD READING.tsv   prints where a second reading disagrees
  --help                      this text`;

function main(): void {
  const { values, positionals } = parseCommandLine(
    { allowPositionals: true, options: { help: { type: 'boolean', default: false } } },
    USAGE,
  );
  const [command, ...names] = positionals;
  if (values.help || command === undefined) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  if (command === 'check') return check();
  if (command === 'set' && names[0] !== undefined) return writeSet(names[0], names.slice(1));
  if (command === 'blind' && names[0] !== undefined) {
    process.stdout.write(`${blindSheet(worldOf(names[0]))}\n`);
    return;
  }
  if (command === 'compare' && names[0] !== undefined && names[1] !== undefined)
    return compare(names[0], names[1]);
  throw new UsageError(`"${positionals.join(' ')}" is no command.\n\n${USAGE}`);
}

function check(): void {
  const worlds = readWorlds();
  const faults = worlds.flatMap((world) => faultsOf(world).map((fault) => `${world.name}: ${fault}`));
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  const articles = worlds.flatMap((world) => world.articles);
  const count = (of: (article: (typeof articles)[number]) => readonly unknown[]) =>
    articles.reduce((sum, article) => sum + of(article).length, 0);
  process.stdout.write(
    `${worlds.length} worlds, ${articles.length} articles, ${count(({ answered }) => answered)} questions, ` +
      `${count(({ nearMisses }) => nearMisses)} near misses; ${faults.length} faults\n`,
  );
  if (faults.length > 0) process.exitCode = ExitCode.failed;
}

function writeSet(file: string, names: readonly string[]): void {
  const worlds = names.length > 0 ? names.map(worldOf) : readWorlds();
  writeFileSync(file, `${JSON.stringify(worldsAsSet(worlds))}\n`);
}

function compare(name: string, file: string): void {
  const found = disagreements(worldOf(name), parseReading(readFileSync(file, 'utf8')));
  for (const { id, line, kind, question, first, second } of found)
    process.stdout.write(`${name}.txt:${line}\t${id}\t${kind}\t${question}\t${first}\t${second}\n`);
  process.stdout.write(`${found.length} disagreements\n`);
}

function worldOf(name: string): World {
  if (!worldNames().includes(name)) throw new UsageError(`There is no world "${name}" in lab/data/worlds.`);
  return readWorlds([name])[0] as World;
}

process.on('uncaughtException', exitOn);
main();
