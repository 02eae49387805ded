import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitOn } from '../../src/app/exit.js';
import { ExitCode, parseCommandLine } from '../../src/cli/usage.js';
import type { ClusterResult } from '../bench/cluster-result.js';
import type { BenchResult } from '../bench/report.js';
import { readMeasurement } from '../measurement.js';
import { comparisonBlock, speedTable, systemsBlock } from './bench-tables.js';
import { withBlocks } from './blocks.js';
import { describeCalibration, toCalibrationChart } from './calibration-chart.js';
import { toChart } from './chart.js';
import { clusterBlock } from './cluster-table.js';
import { allFigures, keptApartTable, type SetFigures } from './quality-tables.js';
import { worldsBlock } from './worlds-tables.js';

const USAGE = `Usage: npm run figures -- [--check]

Writes what was measured (docs/measurements/) into both READMEs, docs/quality.md, docs/speed.md,
docs/bench.svg and docs/calibration.svg.

  --check   changes nothing; ends with 1 where they show other figures
  --help    this text`;

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Public sets, a tenth of each of which nothing was learned from. */
const PUBLIC = ['cmrc-dev', 'drcd-dev', 'squad2zh-dev'];

/** Every document with figures in it, as it has to be. */
function documents(): Readonly<Record<string, string>> {
  const figures = (name: string) => readMeasurement<SetFigures>(measurement(name));
  const publicSets = PUBLIC.map(figures);
  const bench = readMeasurement<BenchResult>(join(ROOT, 'docs/measurements/bench.json'));
  const readme = (language: 'en' | 'zh') => ({
    quality: keptApartTable([figures('worlds'), figures('worlds-alone'), ...publicSets], language),
    speed: speedTable(bench, language),
  });
  const worlds = worldsFigures();
  return {
    'README.md': withBlocks(read('README.md'), readme('en')),
    'README.zh-CN.md': withBlocks(read('README.zh-CN.md'), readme('zh')),
    'docs/quality.md': withBlocks(read('docs/quality.md'), {
      'public sets': allFigures(publicSets),
      ...worlds.blocks,
    }),
    'docs/speed.md': withBlocks(read('docs/speed.md'), {
      comparison: comparisonBlock(bench),
      systems: systemsBlock(bench),
      ...clusterFigures(),
    }),
    'docs/bench.svg': toChart(bench.results),
    ...worlds.pictures,
  };
}

/** What is told of an index in a cluster, once it has been measured. */
function clusterFigures(): Readonly<Record<string, string>> {
  const file = measurement('cluster');
  return existsSync(file) ? { cluster: clusterBlock(readMeasurement<ClusterResult>(file)) } : {};
}

/** What is told of the worlds, once they have been measured. */
function worldsFigures(): Readonly<Record<'blocks' | 'pictures', Readonly<Record<string, string>>>> {
  const file = measurement('worlds');
  if (!existsSync(file)) return { blocks: {}, pictures: {} };
  const measured = readMeasurement<SetFigures>(file);
  const alone = readMeasurement<SetFigures>(measurement('worlds-alone'));
  const calibration = measured.results[0]?.calibration;
  return {
    blocks: {
      worlds: worldsBlock(measured, alone),
      ...(calibration && { calibration: `![${describeCalibration(calibration)}](calibration.svg)` }),
    },
    pictures: { ...(calibration && { 'docs/calibration.svg': toCalibrationChart(calibration) }) },
  };
}

function measurement(name: string): string {
  return join(ROOT, 'docs/measurements', `${name}.json`);
}

function read(document: string): string {
  return readFileSync(join(ROOT, document), 'utf8');
}

function main(): void {
  const { values } = parseCommandLine(
    { options: { check: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } },
    USAGE,
  );
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const stale = Object.entries(documents()).filter(
    ([name, text]) => !existsSync(join(ROOT, name)) || read(name) !== text,
  );
  for (const [name, text] of stale) {
    if (values.check) process.stderr.write(`${name} shows other figures than were measured.\n`);
    else {
      writeFileSync(join(ROOT, name), text);
      process.stdout.write(`${name}\n`);
    }
  }
  if (values.check && stale.length > 0) {
    process.stderr.write('Run npm run figures to write them anew.\n');
    process.exitCode = ExitCode.failed;
  }
}

process.on('uncaughtException', exitOn);
main();
