import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline/promises';
import dotenv from 'dotenv';
import type { Answer, Answerer } from '../answering/answer.js';
import { SETTING_NAMES } from '../app/config.js';
import { exitOn } from '../app/exit.js';
import { misnamedSettings } from '../app/misnamed-settings.js';
import { openCollection } from '../app/open.js';
import { readUserWords } from '../app/user-words.js';
import { describeUnreadable } from '../corpus/errors.js';
import { addWords } from '../language/dictionary.js';
import { toExplanation } from './ask-explained.js';
import { toJson } from './ask-json.js';
import { askLocale } from './ask-locale.js';
import { toTerminal } from './ask-terminal.js';
import { ExitCode, parseCommandLine, wholeNumber } from './usage.js';

const USAGE = `Usage: npm run ask -- [options] [QUESTION]

Answers a question with clippings from the collection. Without QUESTION it reads questions from standard input,
one per line, and answers each in turn.

  --corpus PATH   a file or folder of articles (default: SEEDS_DIR, else seeds)
  --top N         clippings per question, 1 to 50 (default 3)
  --chars N       longest excerpt in UTF-16 units, 20 to 4000 (default 120)
  --json          one line of JSON per question
  --explain       why: each passage's scores, what each group of evidence says, and the verdict
  --help          this text`;

interface Options {
  readonly corpus: string;
  readonly top: number;
  readonly chars: number;
  readonly json: boolean;
  readonly explain: boolean;
  readonly question?: string;
}

async function main(): Promise<void> {
  const { parsed: file = {} } = dotenv.config({ quiet: true });
  const options = readOptions();
  if (options === 'help') {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  for (const hint of misnamedSettings(SETTING_NAMES, Object.keys(file), Object.keys(process.env)))
    process.stderr.write(`${hint}\n`);
  const words = process.env.USER_DICT?.trim();
  if (words) addWords(await readUserWords(words));
  const { answerer, unreadable } = await openCollection(options.corpus);
  for (const fault of unreadable) process.stderr.write(`${describeUnreadable(fault)}\n`);
  if (options.question !== undefined) return respond(answerer, options.question, options);
  await answerLines(answerer, options);
}

function readOptions(): Options | 'help' {
  const { values, positionals } = parseCommandLine(
    {
      allowPositionals: true,
      options: {
        corpus: { type: 'string' },
        top: { type: 'string' },
        chars: { type: 'string' },
        json: { type: 'boolean', default: false },
        explain: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    },
    USAGE,
  );
  if (values.help) return 'help';
  return {
    corpus: values.corpus ?? process.env.SEEDS_DIR ?? 'seeds',
    top: wholeNumber('top', values.top, 3, 1, 50),
    chars: wholeNumber('chars', values.chars, 120, 20, 4000),
    json: values.json,
    explain: values.explain,
    ...(positionals.length > 0 && { question: positionals.join(' ') }),
  };
}

/** Answers the lines of standard input in turn; blank lines are passed over. */
async function answerLines(answerer: Answerer, options: Options): Promise<void> {
  const prompting = process.stdin.isTTY && !options.json;
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: prompting });
  lines.setPrompt('› ');
  if (prompting) lines.prompt();
  for await (const line of lines) {
    if (line.trim() !== '') await respond(answerer, line, options);
    if (prompting) lines.prompt();
  }
}

async function respond(
  answerer: Answerer,
  question: string,
  { json, explain, top, chars }: Options,
): Promise<void> {
  const start = performance.now();
  const answer: Answer = await answerer.answer({ text: question }, { top, chars, explain });
  const ms = performance.now() - start;
  const text = json
    ? toJson(question, answer, ms)
    : toTerminal(question, answer, answerer, askLocale(process.env), process.stdout.isTTY === true);
  process.stdout.write(`${text}\n`);
  if (answer.explanation && !json) process.stdout.write(`${toExplanation(answer.explanation)}\n`);
}

// A reader that has seen enough (`| head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(ExitCode.done);
  throw error;
});
process.on('uncaughtException', exitOn);
await main().catch(exitOn);
