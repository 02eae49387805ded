import { isatty } from 'node:tty';
import { GrammyError, HttpError } from 'grammy';
import { type DestinationStream, type Logger, pino } from 'pino';
import { prettyFactory } from 'pino-pretty';
import type { LogLevel } from './settings.js';

/** What is logged of an error. */
interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

/**
 * The log, on standard error, so that standard output stays for results: readable lines where that is a terminal, else
 * one JSON object a line. Errors are reduced to what may be kept: a failed call carries the text that was to be sent,
 * and the address of a failed request carries the token; neither gets into the log.
 * @param secrets strings that are replaced by a placeholder wherever an error holds them
 */
export function createLogger(level: LogLevel, secrets: readonly string[]): Logger {
  const out = pino.destination({ fd: 2, sync: true });
  return loggerTo(isatty(2) ? readable((text) => out.write(text)) : out, level, secrets);
}

/** The same log, written elsewhere. */
export function loggerTo(out: DestinationStream, level: LogLevel, secrets: readonly string[]): Logger {
  const err = (error: unknown): LoggedError => logged(error, secrets);
  return pino({ level, base: null, serializers: { err } }, out);
}

/**
 * Makes lines of JSON readable: time of the day, level, message and fields in one line, an error's stack below.
 * @param write takes the text, at once, since the process may end right after
 */
export function readable(write: (text: string) => void): DestinationStream {
  const format = prettyFactory({ translateTime: 'SYS:HH:MM:ss', singleLine: true });
  return { write: (line) => write(format(line)) };
}

function logged(error: unknown, secrets: readonly string[]): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error object' };
  const expected = error instanceof GrammyError || error instanceof HttpError;
  const cause = error instanceof HttpError ? error.error : error.cause;
  return {
    type: error.name,
    message: redacted(error.message, secrets),
    ...(!expected && error.stack !== undefined && { stack: redacted(error.stack, secrets) }),
    ...(cause !== undefined && { cause: logged(cause, secrets) }),
  };
}

/** The text with every secret in it replaced by a placeholder. */
export function redacted(text: string, secrets: readonly string[]): string {
  return secrets.reduce((kept, secret) => (secret === '' ? kept : kept.replaceAll(secret, '[secret]')), text);
}
