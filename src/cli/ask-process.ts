import dotenv from 'dotenv';
import { exitOn } from '../app/exit.js';
import { ask } from './ask-command.js';
import { ExitCode } from './usage.js';

// A reader that has seen enough (`| head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(ExitCode.done);
  throw error;
});
process.on('uncaughtException', exitOn);

const { parsed: file = {} } = dotenv.config({ quiet: true });
const { env, stdin, stdout, stderr } = process;
await ask(process.argv.slice(2), { env, fileNames: Object.keys(file), stdin, stdout, stderr }).catch(exitOn);
