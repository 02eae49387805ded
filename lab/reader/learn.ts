import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitOn } from '../../src/app/exit.js';
import { parseCommandLine, UsageError } from '../../src/cli/usage.js';
import { carryOut, commandLine, isDone } from './carry-out.js';
import { learningSteps } from './learning-steps.js';

const USAGE = `Usage: npm run train -- [SET.json …] [options]

Learns the reader's weights anew: makes an environment for Python, fetches the base model, makes examples of the worlds in
lab/data and of public sets, learns three teachers and from them a student, measures it and exports it with weights of 8 bits.
What is done is passed over, and learning goes on from its last checkpoint, so that it may be stopped at any time. Sets are
those that are named, else those in lab/sets (npm run fetch-sets). Afterwards: npm run calibrate.

  --write            puts the reader into models/, in the place of the product's; by default it stays beside
  --dry-run          prints the steps, and which of them are done
  --python COMMAND   Python 3.11 to 3.13 (default python3)
  --repository URL   takes the base model from this Maven repository; by default Maven (mvn) fetches it
  --folder FOLDER    where all this is kept (default .reader, which git passes over)
  --help             this text`;

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const WINDOWS = process.platform === 'win32';

async function main(): Promise<void> {
  const { values, positionals } = parseCommandLine(
    {
      allowPositionals: true,
      options: {
        write: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        python: { type: 'string', default: WINDOWS ? 'python' : 'python3' },
        repository: { type: 'string' },
        folder: { type: 'string', default: join(ROOT, '.reader') },
        help: { type: 'boolean', default: false },
      },
    },
    USAGE,
  );
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const { python, write, repository } = values;
  if (repository !== undefined && !/^https?:\/\/./.test(repository))
    throw new UsageError(`--repository takes an address that begins with https://; got "${repository}".`);
  const steps = learningSteps({
    root: ROOT,
    folder: resolve(values.folder),
    python,
    sets: (positionals.length > 0 ? positionals : setsIn(join(ROOT, 'lab/sets'))).map(existing),
    requirements: readFileSync(join(ROOT, 'lab/reader/requirements.txt'), 'utf8'),
    write,
    threads: availableParallelism(),
    windows: WINDOWS,
  });
  if (values['dry-run']) {
    for (const [at, { what, does, done }] of steps.entries())
      process.stdout.write(
        `${at + 1}. ${what}${isDone(done) ? ' (done before)' : ''}\n   ${commandLine(does)}\n`,
      );
    return;
  }
  if (!isDone(steps[0]?.done)) checkPython(python);
  await carryOut(steps, repository === undefined ? {} : { repository }, (message) =>
    process.stderr.write(`${message}\n`),
  );
  if (!write) process.stderr.write('models/ is as it was; with --write the reader is put there.\n');
}

function setsIn(folder: string): string[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  if (files.length === 0)
    throw new UsageError(`There is no public set in lab/sets: npm run fetch-sets, or name some.\n\n${USAGE}`);
  return files.sort().map((name) => join(folder, name));
}

function existing(file: string): string {
  if (!existsSync(file)) throw new UsageError(`${file}: there is no such file.`);
  return resolve(file);
}

/** @throws UsageError where Python is missing, of another version, or cannot make environments */
function checkPython(command: string): void {
  const asks = 'import sys; print("%d.%d" % sys.version_info[:2]); import venv, ensurepip';
  const { error, stdout, status } = spawnSync(command, ['-c', asks], { encoding: 'utf8' });
  if (error)
    throw new UsageError(
      `Python ("${command}") is not here: ${error.message}. Install Python 3.11 to 3.13, or name it with --python.`,
    );
  const version = stdout.trim();
  if (!/^3\.1[1-3]$/.test(version))
    throw new UsageError(
      `"${command}" is Python ${version || '?'}; what learning needs is there for 3.11 to 3.13. Name one with --python.`,
    );
  if (status !== 0)
    throw new UsageError(
      `Python ${version} cannot make environments: install its venv module (Debian: apt-get install python3-venv).`,
    );
}

process.on('uncaughtException', exitOn);
await main().catch(exitOn);
