import dotenv from 'dotenv';
import { exitOn } from '../app/exit.js';
import type { Surroundings } from './surroundings.js';
import { ExitCode } from './usage.js';

/**
 * Runs a command as this process, with the settings of `.env`.
 * @param command is given its own arguments; an error ends the process with its message
 */
export async function runCommand(
  command: (args: readonly string[], surroundings: Surroundings) => Promise<void>,
): Promise<void> {
  // A reader that has seen enough (`| head`) closes the pipe; that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(ExitCode.done);
    throw error;
  });
  process.on('uncaughtException', exitOn);
  const { parsed: file = {} } = dotenv.config({ quiet: true });
  const { argv, env, stdin, stdout, stderr } = process;
  const surroundings = { env, fileNames: Object.keys(file), stdin, stdout, stderr };
  await command(argv.slice(2), surroundings).catch(exitOn);
}
