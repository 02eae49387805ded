import dotenv from 'dotenv';
import { exitOn } from '../app/exit.js';
import { doctor } from './doctor-command.js';
import { ExitCode } from './usage.js';

// A reader that has seen enough (`| head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(ExitCode.done);
  throw error;
});
process.on('uncaughtException', exitOn);

const { parsed: file = {} } = dotenv.config({ quiet: true });
const { env, stdout, stderr } = process;
// What was given up in time may still be under way; nobody waits for it.
await doctor(process.argv.slice(2), { env, fileNames: Object.keys(file), stdout, stderr }).then(
  (code) => process.exit(code),
  exitOn,
);
