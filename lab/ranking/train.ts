import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exitOn } from '../../src/app/exit.js';
import { parseCommandLine, UsageError } from '../../src/cli/usage.js';
import { everydayToLearn } from '../data/everyday-set.js';
import { readSet } from '../eval/set.js';
import { formattedWeights, learnRanking } from './learn-ranking.js';
import { mishearing } from './misheard.js';
import { rewording } from './reworded.js';

const USAGE = `Usage: npm run train:ranking -- SET.json … [--to FILE.json]

Learns which of the passages that the index finds holds the answer, and writes src/answering/ranking/weights.json, with what
it was learned from and how it does on questions that it was not. It learns from the everyday articles of lab/data, less the
worlds in kept-apart.txt and calibration.txt, and from eight tenths of each public set that is named; it is measured on the
worlds of calibration.txt and on a tenth of each set. Some minutes for all four sets of npm run fetch-sets.

  --to FILE.json   where the weights go instead, for a try
  --help           this text`;

const WEIGHTS = fileURLToPath(new URL('../../../src/answering/ranking/weights.json', import.meta.url));

async function main(): Promise<void> {
  const { values, positionals } = parseCommandLine(
    {
      allowPositionals: true,
      options: { to: { type: 'string', default: WEIGHTS }, help: { type: 'boolean', default: false } },
    },
    USAGE,
  );
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  if (positionals.length === 0) throw new UsageError(`Name at least one public set.\n\n${USAGE}`);
  if (values.to === '') throw new UsageError('--to takes a file.');
  const publicSets = positionals.map(readSet);
  const ways = { mishear: mishearing(), reword: rewording() };
  const file = await learnRanking({ ...everydayToLearn(), publicSets }, ways, tell);
  writeFileSync(values.to, formattedWeights(file));
  process.stdout.write(`${JSON.stringify(file.about, null, 2)}\n`);
}

function tell(message: string): void {
  process.stderr.write(`${message}\n`);
}

process.on('uncaughtException', exitOn);
await main().catch(exitOn);
