import { writeFileSync } from 'node:fs';
import { createAnswerer } from '../../src/answering/answerer.js';
import { openReader } from '../../src/answering/reading/open-reader.js';
import type { Reader } from '../../src/answering/reading/reading.js';
import { exitOn } from '../../src/app/exit.js';
import { createProgress } from '../../src/cli/progress.js';
import { parseCommandLine, UsageError, wholeNumber } from '../../src/cli/usage.js';
import { everydaySet, worldsAlone } from '../data/everyday-set.js';
import { HALVES, readFollowUps } from '../data/follow-ups.js';
import { readJudgements } from '../data/judgements.js';
import { saveMeasurement } from '../measurement.js';
import { spreadOf, spreadOverAll, tenthOf } from './asked.js';
import { collect } from './collected.js';
import { type EvaluateOptions, type Evaluation, evaluateApart } from './evaluate.js';
import { feedbackSet, isFeedback } from './feedback-set.js';
import { type FollowUpFigures, followUpsText, measureFollowUps, WAYS } from './follow-ups.js';
import { GROUPINGS, type Grouping } from './groups.js';
import { holdAs } from './held.js';
import type { ToJudge } from './judged.js';
import { toText } from './report.js';
import { type EvalSet, readSet } from './set.js';

const USAGE = `Usage: npm run eval -- SET … [options]

Measures how well questions are answered. Each set is indexed by itself and asked its own questions, each once. A set is

  worlds               all worlds of lab/data and the articles of everyday.json in one index; asked are the questions
                       of the worlds in lab/data/kept-apart.txt
  worlds:alone         the same questions, each world's asked of its own 25 articles and no others, as one set
  worlds:calibration   as worlds, with the questions of the worlds in lab/data/calibration.txt
  FILE.json            { name, passages: [{ id, title, text }],
                       questions: [{ id, text, passage, answers: [text, …], kind }] }
  FILE.jsonl           what people thought of a bot's answers: feedback.jsonl in its DATA_DIR, where KEEP_QUESTIONS=yes

  --out-of-corpus SET   a set whose questions the others should refuse; may be given several times
  --tenth               of files only the questions that the reader does not learn from, about a tenth
  --limit N             N questions of each set at most, evenly spread, for a quick try
  --by kind|world       the main figures by kind of question, or by what stands before the number in a passage's id;
                        may be given twice. Near misses of the worlds have no kind: "none"
  --misses N            the N misses in which the quotation was surest, 0 to 1000 (default 0)
  --save FILE.json      keeps the figures, with command, date and machine, for npm run figures
  --follow-ups          instead of sets: the threads of lab/data/follow-ups, in all everyday articles
  --reader off          measures without reading
  --judged              also with the articles as right that two readers found to answer (lab/data/judgements)
  --to-judge FILE.tsv   with --judged: writes there what nobody has judged, a question and an article a line
  --json                one line of JSON per set
  --help                this text

With INDEX_URL set, what is asked lies in that cluster: each set in an index of its own, INDEX_NAME-eval-N (default
jianbao-eval-N), which is taken out again.`;

const MOST_QUESTIONS = 1_000_000;

/** Stands for the worlds that are measured, each by itself. */
const ALONE = 'worlds:alone';

/** What is measured as one: a set, or several that are indexed each by itself. */
interface Named {
  readonly name: string;
  readonly sets: readonly EvalSet[];
}

async function main(): Promise<void> {
  const { values, positionals } = parseCommandLine(
    {
      allowPositionals: true,
      options: {
        'out-of-corpus': { type: 'string', multiple: true, default: [] },
        tenth: { type: 'boolean', default: false },
        limit: { type: 'string' },
        by: { type: 'string', multiple: true, default: [] },
        misses: { type: 'string' },
        save: { type: 'string' },
        'follow-ups': { type: 'boolean', default: false },
        reader: { type: 'string', default: 'on' },
        judged: { type: 'boolean', default: false },
        'to-judge': { type: 'string' },
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
  if (values['follow-ups'])
    return followUps(values.json, values.reader === 'off' ? undefined : await opened());
  if (positionals.length === 0) throw new UsageError(`Name at least one set.\n\n${USAGE}`);
  const misses = wholeNumber('misses', values.misses, 0, 0, 1000);
  const limit = wholeNumber('limit', values.limit, MOST_QUESTIONS, 1, MOST_QUESTIONS);
  const by = values.by.map(groupingOf);
  const asked = values.tenth ? tenthOf : (set: EvalSet) => set;
  const wanted = async (name: string): Promise<EvalSet> => {
    const set = isFeedback(name) ? await feedbackSet(name) : (everydaySet(name) ?? asked(readSet(name)));
    return spreadOf(set, limit);
  };
  const named = await Promise.all(
    positionals.map(async (name): Promise<Named> => {
      if (name === ALONE) return { name, sets: spreadOverAll(worldsAlone(), limit) };
      const set = await wanted(name);
      return { name: set.name, sets: [set] };
    }),
  );
  if (values['to-judge'] !== undefined && !values.judged)
    throw new UsageError(
      '--to-judge wants --judged: what nobody has judged is known only beside what somebody has.',
    );
  const judgements = values.judged ? readJudgements() : undefined;
  const outOfCorpus = await Promise.all(values['out-of-corpus'].map(wanted));
  const reader = values.reader === 'off' ? undefined : await opened();
  const results: Evaluation[] = [];
  for (const one of named) {
    const result = await measured(one, { outOfCorpus, by, ...(judgements && { judgements }) }, reader);
    process.stdout.write(`${values.json ? toJson(result, misses) : toText(result, misses)}\n`);
    results.push(result);
  }
  await reader?.close();
  if (values['to-judge'] !== undefined)
    writeFileSync(values['to-judge'], toLines(results.flatMap(({ toJudge }) => toJudge)));
  if (values.save !== undefined) {
    const figures = results.map(({ misses: _, toJudge: __, ...kept }) => kept);
    saveMeasurement(values.save, 'eval', process.argv.slice(2), figures);
  }
}

/** Asks the threads of both halves, each way; rules were chosen on the first half. */
async function followUps(json: boolean, reader: Reader | undefined): Promise<void> {
  const { articles } = collect(everydaySet('worlds') as EvalSet, 'lines');
  const held = await holdAs(process.env)(articles);
  const answerer = createAnswerer(held.index, held.articles, reader);
  for (const half of HALVES) {
    const figures: FollowUpFigures[] = [];
    for (const way of WAYS) figures.push(await measureFollowUps(readFollowUps(half), answerer, way));
    process.stdout.write(`${json ? JSON.stringify({ half, figures }) : followUpsText(half, figures)}\n`);
  }
  await held.close();
  await reader?.close();
}

/** The reader that comes with the code: without it, what is measured is not what people get. */
async function opened(): Promise<Reader> {
  const reader = await openReader();
  if (reader.kind === 'ready') return reader.reader;
  throw new UsageError(`The reader cannot be opened: ${reader.why.en}. --reader off measures without it.`);
}

function groupingOf(name: string): Grouping {
  const grouping = GROUPINGS.find((one) => one === name);
  if (!grouping) throw new UsageError(`--by takes ${GROUPINGS.join(' or ')}; got "${name}".`);
  return grouping;
}

async function measured(
  { name, sets }: Named,
  options: Pick<EvaluateOptions, 'outOfCorpus' | 'by' | 'judgements'>,
  reader: Reader | undefined,
): Promise<Evaluation> {
  const bar = createProgress();
  const result = await evaluateApart(name, sets, {
    ...options,
    hold: holdAs(process.env),
    answererOf: (index, articles) => createAnswerer(index, articles, reader),
    progress: (done, all) => bar.show(name, done / all),
  });
  bar.end();
  return result;
}

/** Lines as `lab/data/judgements` has them, what the readers find left out. */
function toLines(pairs: readonly ToJudge[]): string {
  const lines = pairs.map(({ home, question, article }) => `${home}\t${question}\t${article}\n`);
  return [...new Set(lines)].sort().join('');
}

function toJson({ misses, toJudge: _, ...figures }: Evaluation, count: number): string {
  return JSON.stringify(count === 0 ? figures : { ...figures, misses: misses.slice(0, count) });
}

process.on('uncaughtException', exitOn);
await main().catch(exitOn);
