import { type Bilingual, BilingualError } from '../language/bilingual.js';

/** One setting that cannot be used. */
export interface SettingFault {
  readonly name: string;
  /** What was found, quoted; for a secret only its length. In English it follows “found”, in Chinese it is a clause. */
  readonly found: Bilingual;
  /** What would be right, without a verb. */
  readonly expected: Bilingual;
}

/** Thrown when settings cannot be used; its message lists every fault, `faults` holds them one by one. */
export class ConfigError extends BilingualError {
  override readonly name = 'ConfigError';
  readonly exitCode = 2;

  /** @param hints what may be behind a fault, a sentence each */
  constructor(
    readonly faults: readonly SettingFault[],
    hints: readonly Bilingual[] = [],
  ) {
    const isOne = faults.length === 1;
    super({
      en: [
        isOne ? 'A setting is wrong:' : 'Some settings are wrong:',
        ...faults.map(({ name, found, expected }) => `  ${name}: found ${found.en}; expected ${expected.en}`),
        ...hints.map(({ en }) => en),
        'Correct the environment or .env; .env.example describes every setting.',
      ].join('\n'),
      zh: [
        isOne ? '有一项设置不能用：' : '有几项设置不能用：',
        ...faults.map(({ name, found, expected }) => `  ${name} ${found.zh}，应填：${expected.zh}`),
        ...hints.map(({ zh }) => zh),
        '请改正环境变量或 .env；各项设置的说明见 .env.example。',
      ].join('\n'),
    });
  }
}
