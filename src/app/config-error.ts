/** One setting that cannot be used. */
export interface SettingFault {
  readonly name: string;
  /** What was found, quoted; for a secret only its length. */
  readonly found: string;
  readonly expected: string;
}

/** Thrown when settings cannot be used; `message` lists every fault, `faults` holds them one by one. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly exitCode = 2;

  constructor(
    readonly faults: readonly SettingFault[],
    hints: readonly string[] = [],
  ) {
    const lines = faults.map(
      ({ name, found, expected }) => `  ${name}: found ${found}; expected ${expected}`,
    );
    super(
      [
        faults.length === 1 ? 'A setting is wrong:' : 'Some settings are wrong:',
        ...lines,
        ...hints,
        'Correct the environment or .env; .env.example describes every setting.',
      ].join('\n'),
    );
  }
}
