import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** What a command measured, with all that it takes to measure it again. */
export interface Measurement<Result> {
  /** As it was typed. */
  readonly command: string;
  /** Day, UTC: `2026-01-31`. */
  readonly date: string;
  readonly machine: Machine;
  readonly results: readonly Result[];
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly node: string;
}

/** A file that is no measurement. */
export class MalformedMeasurementError extends Error {
  override readonly name = 'MalformedMeasurementError';
  readonly exitCode = 1;

  constructor(file: string, options?: ErrorOptions) {
    super(`${file} holds no measurement. lab/README.md names the command that writes it.`, options);
  }
}

/**
 * Writes what was measured to a file that is kept with the code.
 * @param script the npm script that measured it
 * @param args its arguments
 */
export function saveMeasurement<Result>(
  file: string,
  script: string,
  args: readonly string[],
  results: readonly Result[],
): void {
  const measurement: Measurement<Result> = {
    command: `npm run ${script} -- ${args.map(quoted).join(' ')}`,
    date: new Date().toISOString().slice(0, 10),
    machine: { cpu: cpus()[0]?.model.trim() ?? '?', cores: cpus().length, node: process.versions.node },
    results,
  };
  writeFileSync(file, `${JSON.stringify(measurement, null, 2)}\n`);
}

/** @throws MalformedMeasurementError */
export function readMeasurement<Result>(file: string): Measurement<Result> {
  let measurement: Measurement<Result>;
  try {
    measurement = JSON.parse(readFileSync(file, 'utf8')) as Measurement<Result>;
  } catch (error) {
    throw new MalformedMeasurementError(file, { cause: error });
  }
  if (!Array.isArray(measurement?.results) || !measurement.command) throw new MalformedMeasurementError(file);
  return measurement;
}

function quoted(argument: string): string {
  return /^[\w./:=@-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}
