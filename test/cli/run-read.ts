import { languageOf } from '../../src/cli/ask-locale.js';
import { read } from '../../src/cli/read-command.js';
import type { Ended } from '../telegram/support/bot-process.js';
import { ended } from './ended.js';

/** Runs `read` in this process, as it would end in one of its own. */
export function runRead(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return ended(languageOf(env), (streams) => read(args, { env, fileNames: [], ...streams }));
}
