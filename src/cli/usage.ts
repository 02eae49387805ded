import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The command line is not what the command takes. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly exitCode = 2;
}

/** Exit codes of every command: results, wrong arguments or configuration, anything else. */
export const ExitCode = { done: 0, failed: 1, usage: 2 } as const;

/**
 * `parseArgs` with its errors as `UsageError`.
 * @param usage the command's own help, shown beneath the fault
 */
export function parseCommandLine<T extends ParseArgsConfig>(
  config: T,
  usage: string,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`, { cause: error });
  }
}

/**
 * A whole number from an option.
 * @throws UsageError when it is not one, or outside the limits (both included)
 */
export function wholeNumber(
  name: string,
  value: string | undefined,
  fallback: number,
  least: number,
  most: number,
): number {
  if (value === undefined) return fallback;
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw new UsageError(`--${name} takes a whole number from ${least} to ${most}; got "${value}".`);
}
