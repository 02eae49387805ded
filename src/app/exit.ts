import { BilingualError, type Language } from '../language/bilingual.js';
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

/**
 * Ends the process: with its message alone for a fault that can be mended, with a stack trace for a defect. A message that
 * exists in two languages is shown in both, English first: who reads it is not known.
 */
export function exitOn(error: unknown): never {
  exit(error, ['en', 'zh']);
}

/** The same, in one language, for a command that knows its reader's. */
export function exitIn(language: Language): (error: unknown) => never {
  return (error) => exit(error, [language]);
}

function exit(error: unknown, languages: readonly Language[]): never {
  const text = visible(redacted(messageOf(error, languages), secretsIn(process.env)));
  process.stderr.write(`${text}\n`);
  process.exit(isOperatorFault(error) ? error.exitCode : 1);
}

function messageOf(error: unknown, languages: readonly Language[]): string {
  if (!isOperatorFault(error)) return (error instanceof Error && error.stack) || String(error);
  if (!(error instanceof BilingualError)) return error.message;
  return languages.map((language) => error.told[language]).join('\n');
}

function isOperatorFault(error: unknown): error is OperatorFault {
  return error instanceof Error && 'exitCode' in error && (error.exitCode === 1 || error.exitCode === 2);
}
