import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from '../../src/cli/usage.js';
import { type FetchBaseOptions, fetchBase } from './fetch-base.js';
import type { Done, Step } from './learning-steps.js';

/** A command of a step did not end well. */
export class StepFailedError extends Error {
  override readonly name = 'StepFailedError';
  readonly exitCode = 1;

  constructor({ what, does }: Step, how: string) {
    const command = does.kind === 'run' ? `\n${commandLine(does)}` : '';
    super(`Could not ${what}: ${how}. Started again, it goes on from here.${command}`);
  }
}

/**
 * Whether a step is done already.
 * @throws UsageError where it was done with something else that later steps build on
 */
export function isDone(done: Done | undefined): boolean {
  if (!done || !existsSync(done.file)) return false;
  if (done.kind === 'file') return true;
  const content = readFileSync(done.file, 'utf8');
  if (content !== done.content && done.other === 'refuse') {
    throw new UsageError(
      `What is in ${dirname(done.file)} was learned from other sets:\n${content}\nName these, or another --folder, or delete it to begin anew.`,
    );
  }
  return content === done.content;
}

/**
 * Carries out the steps that are not done yet, one after another, and shows what they say.
 * @param tell told what begins and what is passed over
 * @throws StepFailedError, and what `fetchBase` throws
 */
export async function carryOut(
  steps: readonly Step[],
  base: FetchBaseOptions,
  tell: (message: string) => void,
): Promise<void> {
  for (const [at, step] of steps.entries()) {
    const number = `${at + 1}/${steps.length}`;
    if (isDone(step.done)) {
      tell(`${number} ${step.what}: done before`);
      continue;
    }
    tell(`${number} ${step.what}`);
    if (step.done) mkdirSync(dirname(step.done.file), { recursive: true });
    if (step.does.kind === 'fetch the base') await fetchBase(step.does.to, base);
    else runStep(step, step.does);
    if (step.done?.kind === 'stamp') writeFileSync(step.done.file, step.done.content);
  }
}

function runStep(step: Step, { command, args }: { command: string; args: readonly string[] }): void {
  const { status, signal, error } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (error) throw new StepFailedError(step, error.message);
  if (status !== 0) throw new StepFailedError(step, signal ? `stopped by ${signal}` : `ended with ${status}`);
}

/** What a step does, as it could be typed. */
export function commandLine(does: Step['does']): string {
  if (does.kind === 'fetch the base') return `fetch ${does.to}`;
  return [does.command, ...does.args]
    .map((word) => (/^[\w./:=@-]+$/.test(word) ? word : `'${word}'`))
    .join(' ');
}
