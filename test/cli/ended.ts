import { Writable } from 'node:stream';
import type { Ended } from '../telegram/support/bot-process.js';

/** Runs a command in this process, as it would end in one of its own. */
export async function ended(
  command: (streams: { readonly stdout: Writable; readonly stderr: Writable }) => Promise<void>,
): Promise<Ended> {
  const [stdout, stderr] = [new Collected(), new Collected()];
  let code = 0;
  try {
    await command({ stdout, stderr });
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
