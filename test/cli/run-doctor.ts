import { Writable } from 'node:stream';
import { type DoctorSurroundings, doctor } from '../../src/cli/doctor-command.js';

/** A line of `doctor --json`. */
export interface ToldFinding {
  readonly check: string;
  readonly verdict: string;
  readonly kind: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly remedy?: string;
}

/** How `doctor` ended, and what it wrote. */
export interface Examined {
  readonly code: number;
  readonly text: string;
}

/** Runs `doctor` in this process, as it would end in one of its own. */
export async function runDoctor(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  given: Partial<DoctorSurroundings> = {},
): Promise<Examined> {
  let text = '';
  const stdout = new Writable({
    write(chunk: Buffer, _, done) {
      text += chunk.toString('utf8');
      done();
    },
  });
  const code = await doctor(args, { env, fileNames: [], stdout, stderr: stdout, ...given });
  return { code, text };
}

/** What `doctor --json` finds, and its exit code. */
export async function examined(
  env: Readonly<Record<string, string>>,
  given: Partial<DoctorSurroundings> = {},
  checks: readonly string[] = [],
): Promise<{ readonly code: number; readonly found: readonly ToldFinding[] }> {
  const { code, text } = await runDoctor(['--json', ...checks], env, given);
  const lines = text.split('\n').filter((line) => line !== '');
  return { code, found: lines.map((line) => JSON.parse(line) as ToldFinding) };
}
