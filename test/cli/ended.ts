import { Writable } from 'node:stream';
import { BilingualError, type Language } from '../../src/language/bilingual.js';
import type { Ended } from '../telegram/support/bot-process.js';

/**
 * Runs a command in this process, as it would end in one of its own.
 * @param language in which an error is told
 */
export async function ended(
  language: Language,
  command: (streams: { readonly stdout: Writable; readonly stderr: Writable }) => Promise<void>,
): Promise<Ended> {
  const [stdout, stderr] = [new Collected(), new Collected()];
  let code = 0;
  try {
    await command({ stdout, stderr });
  } catch (error) {
    if (!(error instanceof Error && 'exitCode' in error)) throw error;
    stderr.write(`${error instanceof BilingualError ? error.told[language] : error.message}\n`);
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
