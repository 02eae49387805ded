import { type Config, loadConfig } from '../../app/config.js';
import { ConfigError } from '../../app/config-error.js';
import { misnamedSettings } from '../../app/misnamed-settings.js';
import { SETTING_NAMES } from '../../app/settings.js';
import { filesFound } from './files-check.js';
import { CHECKS, type Check, type Finding, type Found, good, look, wrong } from './finding.js';
import { disksFound, memoryFound, nodeFound, readerFound } from './machine-checks.js';
import { proxyFound, Telegram } from './telegram-checks.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** What is examined, and how. */
export interface Patient {
  readonly env: Environment;
  /** Names that `.env` has; they are all meant for Jianbao. */
  readonly fileNames: readonly string[];
  /** Which checks are made. */
  readonly checks: readonly Check[];
  /** Version of Node.js, without a `v`. */
  readonly node: string;
  /** What this process may take of the machine's memory, in bytes. */
  readonly freeBytes: number;
  /** How long one check may take, in milliseconds; the reading of the files takes as long as there are files. */
  readonly limits: { readonly checkMs: number; readonly filesMs: number };
}

/**
 * Makes every check, side by side; none waits for what another finds, save that the memory needed depends on the files.
 * @returns what each finds, in the order of `CHECKS`, as soon as it is found
 */
export async function* examine(patient: Patient): AsyncGenerator<Finding> {
  const { checkMs, filesMs } = patient.limits;
  const { config, found } = settingsFound(patient);
  const telegram = new Telegram(config);
  const files = once(() => bounded(filesMs, (signal) => filesFound(config, signal)));
  const one = (check: () => Found | readonly Found[] | Promise<Found | readonly Found[]>) => () =>
    bounded(checkMs, async () => [await check()].flat());
  const made: Readonly<Record<Check, () => Promise<Outcome<readonly Found[]>>>> = {
    node: one(() => nodeFound(patient.node)),
    settings: one(() => found),
    proxy: one(() => proxyFound(config)),
    token: one(() => telegram.token()),
    updates: one(() => telegram.updates()),
    groups: one(() => telegram.groups()),
    inline: one(() => telegram.inline()),
    clock: one(() => telegram.clock()),
    disk: one(() => disksFound(config)),
    files: async () => mapped(await files(), (outcome) => [outcome.found]),
    memory: async () => {
      const outcome = await files();
      const passages = outcome.kind === 'done' ? outcome.value.passages : undefined;
      return { kind: 'done', value: [memoryFound(passages, patient.freeBytes)] };
    },
    reader: one(() => readerFound(config)),
  };
  const wanted = CHECKS.filter((check) => patient.checks.includes(check));
  const under = wanted.map((check) => ({ check, outcome: made[check]() }));
  for (const { check, outcome } of under)
    for (const told of toldOf(await outcome)) yield { check, ...told } as Finding;
}

/** The settings, less those that cannot be used, so that the rest can be looked at; and what is wrong with them. */
function settingsFound({ env, fileNames }: Patient): { config: Config; found: Found[] } {
  const misnamed = misnamedSettings(SETTING_NAMES, fileNames, Object.keys(env));
  const hints = misnamed.map((name) => look('setting-misnamed', name));
  const given = SETTING_NAMES.filter((name) => env[name]?.trim()).length;
  try {
    return {
      config: loadConfig(env),
      found: [...(hints.length > 0 ? hints : [good('settings-fine', { given })])],
    };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const faults = error.faults.map((fault) => wrong('setting-wrong', fault));
    return { config: usable(env, error), found: [...faults, ...hints] };
  }
}

/** What is left of the settings without the wrong ones; a webhook needs all of its own. */
function usable(env: Environment, { faults }: ConfigError): Config {
  const without = new Set(faults.flatMap(({ name }) => [name, name.toLowerCase()]));
  const rest = Object.fromEntries(Object.entries(env).filter(([name]) => !without.has(name)));
  try {
    return loadConfig(rest);
  } catch {
    return loadConfig({ ...rest, BOT_MODE: undefined });
  }
}

type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'late'; readonly seconds: number }
  | { readonly kind: 'failed'; readonly why: string };

/** Lets work take its time, and no longer; what fails fails alone. */
async function bounded<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<Outcome<T>> {
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Outcome<T>>((resolve) => {
    timer = setTimeout(() => {
      resolve({ kind: 'late', seconds: Math.round(ms / 1000) });
      stop.abort();
    }, ms);
  });
  const done = work(stop.signal).then(
    (value): Outcome<T> => ({ kind: 'done', value }),
    (error: unknown): Outcome<T> => ({
      kind: 'failed',
      why: error instanceof Error ? error.name : 'unknown',
    }),
  );
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}

/** Does it when it is first asked for, and once. */
function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

function mapped<T, U>(outcome: Outcome<T>, change: (value: T) => U): Outcome<U> {
  return outcome.kind === 'done' ? { kind: 'done', value: change(outcome.value) } : outcome;
}

function toldOf(outcome: Outcome<readonly Found[]>): readonly Found[] {
  switch (outcome.kind) {
    case 'done':
      return outcome.value;
    case 'late':
      return [look('late', { seconds: outcome.seconds })];
    case 'failed':
      return [wrong('failed', { why: outcome.why })];
  }
}
