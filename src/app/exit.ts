import { redacted } from './log.js';
import { secretsIn } from './secrets.js';
import { visible } from './terminal.js';

/**
 * A fault that an operator can mend: its message says how, so nothing else is shown. Any room throws such errors; they
 * are known by this field, so that this file need not know of them.
 */
interface OperatorFault extends Error {
  /** 2: arguments or configuration are wrong; 1: anything else. */
  readonly exitCode: 1 | 2;
}

/** Ends the process: with its message alone for a fault that can be mended, with a stack trace for a defect. */
export function exitOn(error: unknown): never {
  process.stderr.write(`${visible(redacted(told(error), secretsIn(process.env)))}\n`);
  process.exit(isOperatorFault(error) ? error.exitCode : 1);
}

function told(error: unknown): string {
  if (isOperatorFault(error)) return error.message;
  return (error instanceof Error && error.stack) || String(error);
}

function isOperatorFault(error: unknown): error is OperatorFault {
  return error instanceof Error && 'exitCode' in error && (error.exitCode === 1 || error.exitCode === 2);
}
