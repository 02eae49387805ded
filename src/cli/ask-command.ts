import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline/promises';
import type { Answer, Answerer } from '../answering/answer.js';
import { beforeNext } from '../answering/before-next.js';
import type { Before, Question } from '../answering/question.js';
import { readingConfig } from '../app/config.js';
import { didYouMean, misnamedSettings } from '../app/misnamed-settings.js';
import { openCollection } from '../app/open.js';
import { pathIn } from '../app/path-settings.js';
import { faultNotice, readerNotice } from '../app/reader-notice.js';
import { SETTING_NAMES } from '../app/settings.js';
import { visible, visibleInLine } from '../app/terminal.js';
import { readUserWords } from '../app/user-words.js';
import { describeUnreadable } from '../corpus/errors.js';
import { addWords } from '../language/dictionary.js';
import { toExplanation } from './ask-explained.js';
import { toJson } from './ask-json.js';
import { askLocale, languageOf } from './ask-locale.js';
import { toTerminal } from './ask-terminal.js';
import { readingProgress } from './reading-progress.js';
import type { Surroundings } from './surroundings.js';
import { parseCommandLine, wholeNumber } from './usage.js';

const USAGE = `Usage: npm run ask -- [options] [QUESTION]

Answers a question with clippings from the collection. Without QUESTION it reads questions from standard input,
one per line, and answers each in turn; on a terminal, Tab completes the titles of articles.

  --corpus PATH   a file or folder of articles (default: SEEDS_DIR, else seeds)
  --top N         clippings per question, 1 to 50 (default 3)
  --chars N       longest excerpt in UTF-16 units, 20 to 4000 (default 120)
  --json          one line of JSON per question
  --explain       why: what was read, each passage's chances and what moves them, and the verdict
  --help          this text`;

/** How many titles Tab shows at most. */
const MOST_COMPLETIONS = 8;

interface Options {
  readonly corpus: string;
  readonly top: number;
  readonly chars: number;
  readonly json: boolean;
  readonly explain: boolean;
  readonly question?: string;
}

/**
 * Runs `ask` to its end.
 * @param args the command's own arguments
 * @throws UsageError, ConfigError, MissingCollectionError, EmptyCollectionError, UserWordsError: what whoever called it can mend
 */
export async function ask(args: readonly string[], surroundings: Surroundings): Promise<void> {
  const { env, fileNames, stdout, stderr } = surroundings;
  const options = readOptions(args, env);
  if (options === 'help') {
    stdout.write(`${USAGE}\n`);
    return;
  }
  const language = languageOf(env);
  for (const name of misnamedSettings(SETTING_NAMES, fileNames, Object.keys(env)))
    stderr.write(`${didYouMean(name)[language]}\n`);
  const words = pathIn(env, 'USER_DICT');
  if (words) addWords(await readUserWords(words));
  const { reader: mode, limits, timeZone } = readingConfig(env);
  const progress = readingProgress(stderr, askLocale(env).reading);
  const collection = await openCollection(options.corpus, {
    reader: mode,
    limits,
    timeZone,
    onRead: progress.onRead,
    reading: { onFault: (fault) => stderr.write(`${faultNotice(fault)[language]}\n`) },
  });
  progress.end();
  const { answerer, unreadable, reader } = collection;
  for (const fault of unreadable) stderr.write(`${visibleInLine(describeUnreadable(fault, language))}\n`);
  // Whoever turned it off knows.
  if (reader.kind === 'unavailable') stderr.write(`${readerNotice(reader)?.text[language]}\n`);
  const respond = (question: Question) => answerTo(question, answerer, options, surroundings);
  const complete = async (typed: string) =>
    (await answerer.completions(typed, MOST_COMPLETIONS)).map(({ title }) => visibleInLine(title));
  try {
    if (options.question !== undefined) await respond({ text: options.question });
    else await answerLines(respond, complete, options, surroundings);
  } finally {
    await collection.close();
  }
}

function readOptions(args: readonly string[], env: Surroundings['env']): Options | 'help' {
  const { values, positionals } = parseCommandLine(
    {
      args: [...args],
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
    corpus: values.corpus ?? pathIn(env, 'SEEDS_DIR') ?? 'seeds',
    top: wholeNumber('top', values.top, 3, 1, 50),
    chars: wholeNumber('chars', values.chars, 120, 20, 4000),
    json: values.json,
    explain: values.explain,
    ...(positionals.length > 0 && { question: positionals.join(' ') }),
  };
}

/**
 * Answers the lines of standard input in turn; blank lines are passed over. On a terminal, Tab completes titles, and a line may
 * follow up those before it; elsewhere each stands for itself, so that scripts get the same answers in any order.
 */
async function answerLines(
  respond: (question: Question) => Promise<Answer>,
  complete: (typed: string) => Promise<readonly string[]>,
  { json }: Options,
  { stdin, stderr }: Surroundings,
): Promise<void> {
  const prompting = stdin.isTTY === true && !json;
  const completer = async (typed: string): Promise<[string[], string]> => [
    [...(await complete(typed))],
    typed,
  ];
  const lines = createInterface({ input: stdin, output: stderr, terminal: prompting, completer });
  lines.setPrompt('› ');
  if (prompting) lines.prompt();
  let before: Before | undefined;
  for await (const line of lines) {
    if (line.trim() !== '') {
      const question = { text: line, ...(before && { before }) };
      const answer = await respond(question);
      if (prompting) before = beforeNext(question, answer);
    }
    if (prompting) lines.prompt();
  }
}

async function answerTo(
  question: Question,
  answerer: Answerer,
  { json, explain, top, chars }: Options,
  { env, stdout }: Surroundings,
): Promise<Answer> {
  const start = performance.now();
  const answer: Answer = await answerer.answer(question, { top, chars, explain });
  const ms = performance.now() - start;
  const text = json
    ? toJson(question.text, answer, ms)
    : toTerminal(question.text, answer, answerer, askLocale(env), stdout.isTTY === true);
  stdout.write(`${text}\n`);
  if (answer.explanation && !json) stdout.write(`${visible(toExplanation(answer.explanation))}\n`);
  return answer;
}
