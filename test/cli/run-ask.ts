import { Readable } from 'node:stream';
import { ask } from '../../src/cli/ask-command.js';
import { languageOf } from '../../src/cli/ask-locale.js';
import type { Ended } from '../telegram/support/bot-process.js';
import { ended } from './ended.js';

interface RunOptions {
  /** What is read from standard input; by default nothing. */
  readonly input?: string;
  /** Settings; there are no others. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs `ask` in this process, as it would end in one of its own. */
export function runAsk(args: readonly string[], { input = '', env = {} }: RunOptions = {}): Promise<Ended> {
  return ended(languageOf(env), (streams) =>
    ask(args, { env, fileNames: [], stdin: Readable.from([input]), ...streams }),
  );
}
