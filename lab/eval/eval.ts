import { exitOn } from '../../src/app/exit.js';
import { createProgress } from '../../src/cli/progress.js';
import { parseCommandLine, UsageError, wholeNumber } from '../../src/cli/usage.js';
import { saveMeasurement } from '../measurement.js';
import { type Evaluation, evaluate } from './evaluate.js';
import { keptApart } from './parts.js';
import { toText } from './report.js';
import { type EvalSet, readSet } from './set.js';

const USAGE = `Usage: npm run eval -- SET.json … [options]

Measures how well questions are answered. Each set is indexed by itself and asked its own questions:
{ name, passages: [{ id, title, text }], questions: [{ id, text, passage, answers: [text, …] }] }

  --out-of-corpus SET.json   a set whose questions the others should refuse; may be given several times
  --kept-apart               only the questions that npm run train keeps apart, a quarter of each set
  --misses N                 the N misses in which the quotation was surest, 0 to 1000 (default 0)
  --save FILE.json           keeps the figures, with command, date and machine, for npm run figures
  --json                     one line of JSON per set
  --help                     this text`;

async function main(): Promise<void> {
  const { values, positionals } = parseCommandLine(
    {
      allowPositionals: true,
      options: {
        'out-of-corpus': { type: 'string', multiple: true, default: [] },
        'kept-apart': { type: 'boolean', default: false },
        misses: { type: 'string' },
        save: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    },
    USAGE,
  );
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  if (positionals.length === 0) throw new UsageError(`Name at least one set.\n\n${USAGE}`);
  const misses = wholeNumber('misses', values.misses, 0, 0, 1000);
  const wanted = (file: string): EvalSet => (values['kept-apart'] ? keptApart(readSet(file)) : readSet(file));
  const sets = positionals.map(wanted);
  const outOfCorpus = values['out-of-corpus'].map(wanted);
  const results: Evaluation[] = [];
  for (const set of sets) {
    const result = await measured(set, outOfCorpus);
    process.stdout.write(`${values.json ? toJson(result, misses) : toText(result, misses)}\n`);
    results.push(result);
  }
  if (values.save !== undefined) {
    const figures = results.map(({ misses: _, ...kept }) => kept);
    saveMeasurement(values.save, 'eval', process.argv.slice(2), figures);
  }
}

async function measured(set: EvalSet, outOfCorpus: readonly EvalSet[]): Promise<Evaluation> {
  const bar = createProgress();
  const result = await evaluate(set, {
    outOfCorpus,
    progress: (done, all) => bar.show(set.name, done / all),
  });
  bar.end();
  return result;
}

function toJson({ misses, ...figures }: Evaluation, count: number): string {
  return JSON.stringify(count === 0 ? figures : { ...figures, misses: misses.slice(0, count) });
}

process.on('uncaughtException', exitOn);
await main().catch(exitOn);
