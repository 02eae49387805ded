import dotenv from 'dotenv';
import { exitIn } from '../app/exit.js';
import { languageOf } from './ask-locale.js';
import type { Surroundings } from './surroundings.js';
import { ExitCode } from './usage.js';

/**
 * Runs a command as this process, with the settings of `.env`.
 * @param command is given its own arguments; an error ends the process with its message, in the environment's language
 */
export async function runCommand(
  command: (args: readonly string[], surroundings: Surroundings) => Promise<void>,
): Promise<void> {
  // A reader that has seen enough (`| head`) closes the pipe; that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(ExitCode.done);
    throw error;
  });
  const { parsed: file = {} } = dotenv.config({ quiet: true });
  const { argv, env, stdin, stdout, stderr } = process;
  const exitOn = exitIn(languageOf(env));
  process.on('uncaughtException', exitOn);
  const surroundings = { env, fileNames: Object.keys(file), stdin, stdout, stderr };
  await command(argv.slice(2), surroundings).catch(exitOn);
}
