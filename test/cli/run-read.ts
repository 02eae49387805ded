import { Writable } from 'node:stream';
import { read } from '../../src/cli/read-command.js';
import type { Ended } from '../telegram/support/bot-process.js';

/** Runs `read` in this process, as it would end in one of its own. */
export async function runRead(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const [stdout, stderr] = [new Collected(), new Collected()];
  let code = 0;
  try {
    await read(args, { env, fileNames: [], stdout, stderr });
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
