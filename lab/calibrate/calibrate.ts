import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CalibrationFile } from '../../src/answering/deciding/calibration.js';
import { READ_FACTS, STRETCH_FACTS, WORD_FACTS } from '../../src/answering/deciding/facts.js';
import { openReader } from '../../src/answering/reading/open-reader.js';
import type { Reader } from '../../src/answering/reading/reading.js';
import { exitOn } from '../../src/app/exit.js';
import { createProgress } from '../../src/cli/progress.js';
import { parseCommandLine, UsageError, wholeNumber } from '../../src/cli/usage.js';
import { readWords } from '../../src/language/read-list.js';
import { everydaySet } from '../data/everyday-set.js';
import { type Judgements, readJudgements } from '../data/judgements.js';
import { readWorlds } from '../data/read-worlds.js';
import { worldsAsSet } from '../data/worlds-as-set.js';
import { spreadOf, usedFor } from '../eval/asked.js';
import { collect, indexOf } from '../eval/collected.js';
import { type EvalSet, readSet } from '../eval/set.js';
import { type AskedCase, caseOf } from './cases.js';
import { type Case, fitted } from './fit.js';
import { workingPoints } from './working-points.js';

const USAGE = `Usage: npm run calibrate -- [SET.json …] [--save CASES.json] [--from CASES.json]

Learns how likely it is that what is shown answers, on questions that neither ranking nor reader learned from: those of the
worlds in lab/data/calibration.txt, and a tenth of each set that is named. What other articles answer, too, is taken from
lab/data/judgements. Writes src/answering/deciding/calibration.json, and
prints what each threshold would bring.

  --limit N           so many questions of each set at most, spread evenly (default: all)
  --save CASES.json   keeps the questions' facts
  --from CASES.json   takes them from there instead of asking
  --help              this text`;

/** The worlds for calibration, and what questions are called that are asked of one world by itself, as small collections are. */
const CALIBRATION = new URL('../../../lab/data/calibration.txt', import.meta.url);
const ALONE = 'world alone';
/** Questions of each other world that are asked of a world by itself. */
const FOREIGN_ALONE = 12;
/** Questions of each other set that are asked of a collection which they are not about. */
const FOREIGN = 40;

async function main(): Promise<void> {
  const { values, positionals } = parseCommandLine(
    {
      allowPositionals: true,
      options: {
        limit: { type: 'string' },
        save: { type: 'string' },
        from: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    },
    USAGE,
  );
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const limit = wholeNumber('limit', values.limit, Number.MAX_SAFE_INTEGER, 1, Number.MAX_SAFE_INTEGER);
  const cases = values.from === undefined ? await asked(positionals, limit) : readCases(values.from);
  if (values.save !== undefined) writeFileSync(values.save, JSON.stringify(cases));
  const shown = cases.filter(({ about }) => about);
  const models: CalibrationFile['models'] = {
    answers: fitted(READ_FACTS, facts(cases, 'read', 'answers')),
    stretch: fitted(STRETCH_FACTS, facts(shown, 'stretch', 'stretchIs')),
    answersUnread: fitted(WORD_FACTS, facts(cases, 'words', 'answersUnread')),
    about: fitted(READ_FACTS, facts(cases, 'read', 'about')),
    aboutUnread: fitted(WORD_FACTS, facts(cases, 'words', 'about')),
  };
  const about = {
    learnedFrom: countsOf(cases),
    thresholds: ['worlds:calibration', ALONE].flatMap((name) => [
      name,
      ...workingPoints(
        models,
        cases.filter(({ source }) => source === name),
        cases,
      ),
    ]),
  };
  const file = fileURLToPath(new URL('../../../src/answering/deciding/calibration.json', import.meta.url));
  writeFileSync(file, `${JSON.stringify({ about: { learnedFrom: about.learnedFrom }, models }, null, 1)}\n`);
  process.stdout.write(`${about.thresholds.join('\n')}\n`);
}

function facts(
  cases: readonly AskedCase[],
  which: 'read' | 'words' | 'stretch',
  is: 'answers' | 'answersUnread' | 'stretchIs' | 'about',
): Case[] {
  return cases.map((one) => ({ facts: one[which], is: one[is] }));
}

function readCases(file: string): AskedCase[] {
  return JSON.parse(readFileSync(file, 'utf8')) as AskedCase[];
}

async function asked(files: readonly string[], limit: number): Promise<AskedCase[]> {
  const opened = await openReader();
  if (opened.kind === 'unavailable') throw new UsageError(`The reader is needed: ${opened.why.en}.`);
  const judgements = readJudgements();
  const everyday = everydaySet('worlds:calibration') as EvalSet;
  const sets = [everyday, ...files.map(readSet)];
  const own = sets.map((set, place) => spreadOf(place === 0 ? set : usedFor(set, 'calibration'), limit));
  const cases: AskedCase[] = [];
  for (const [place, set] of own.entries()) {
    const foreign = own.filter((_, other) => other !== place).map((other) => spreadOf(other, FOREIGN));
    cases.push(...(await askedOf(set, foreign, opened.reader, judgements)));
  }
  const alone = readWorlds(readWords(CALIBRATION)).map((world) => ({ ...worldsAsSet([world]), name: ALONE }));
  for (const world of alone) {
    const foreign = alone.filter((other) => other !== world).map((other) => spreadOf(other, FOREIGN_ALONE));
    cases.push(...(await askedOf(spreadOf(world, limit / alone.length), foreign, opened.reader, judgements)));
  }
  await opened.reader.close();
  return cases;
}

async function askedOf(
  set: EvalSet,
  foreign: readonly EvalSet[],
  reader: Reader,
  judgements: Judgements,
): Promise<AskedCase[]> {
  const bar = createProgress();
  const collected = collect(set, 'lines');
  const asked = { index: await indexOf(collected.articles), collected, reader, judgements };
  const questions = [
    ...set.questions.map((question) => ({ question, about: true })),
    ...foreign.flatMap(({ questions }) => questions.map((question) => ({ question, about: false }))),
  ];
  const cases: AskedCase[] = [];
  for (const [done, { question, about }] of questions.entries()) {
    bar.show(set.name, done / questions.length);
    const one = await caseOf(asked, question, about, set.name);
    if (one) cases.push(one);
  }
  bar.end();
  return cases;
}

function countsOf(cases: readonly AskedCase[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { source } of cases) counts[source] = (counts[source] ?? 0) + 1;
  return counts;
}

process.on('uncaughtException', exitOn);
await main().catch(exitOn);
