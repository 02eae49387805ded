import { Readable, Writable } from 'node:stream';
import { ask } from '../../src/cli/ask-command.js';
import type { Ended } from '../telegram/support/bot-process.js';

interface RunOptions {
  /** What is read from standard input; by default nothing. */
  readonly input?: string;
  /** Settings; there are no others. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs `ask` in this process, as it would end in one of its own. */
export async function runAsk(
  args: readonly string[],
  { input = '', env = {} }: RunOptions = {},
): Promise<Ended> {
  const [stdout, stderr] = [new Collected(), new Collected()];
  let code = 0;
  try {
    await ask(args, { env, fileNames: [], stdin: Readable.from([input]), stdout, stderr });
  } catch (error) {
    if (!(error instanceof Error && 'exitCode' in error)) throw error;
    stderr.write(`${error.message}\n`);
    code = error.exitCode as number;
  }
  return { code, stdout: stdout.text, stderr: stderr.text };
}

class Collected extends Writable {
  text = '';

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}
