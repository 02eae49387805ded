import { UsageError } from './cli/usage.js';
import { ConfigError } from './config.js';
import { EmptyCollectionError, MissingCollectionError } from './corpus/errors.js';
import { blotted } from './log.js';
import { ServerUnreachableError, TokenRefusedError } from './telegram/delivery/connect.js';
import { ConflictError } from './telegram/delivery/polling.js';

/** There is no bot to run. Says in both languages how to get one, and what can be done meanwhile. */
export class MissingTokenError extends Error {
  override readonly name = 'MissingTokenError';

  constructor() {
    super(
      [
        'BOT_TOKEN is not set, so there is no bot to run yet.',
        '  1. In Telegram, open https://t.me/BotFather, send /newbot and choose a name.',
        '  2. Copy .env.example to .env and put the token that BotFather gives you there: BOT_TOKEN=…',
        '  3. Run `npm start` again.',
        'Meanwhile you can ask in the terminal: npm run ask -- "your question"',
        '',
        '还没有设置 BOT_TOKEN，所以没有机器人可以运行。',
        '  1. 在 Telegram 里打开 https://t.me/BotFather，发送 /newbot，取个名字。',
        '  2. 把 .env.example 复制为 .env，填上 BotFather 给的令牌：BOT_TOKEN=…',
        '  3. 再运行一次 `npm start`。',
        '在此之前，可以先在终端里提问：npm run ask -- "你的问题"',
      ].join('\n'),
    );
  }
}

/** Faults that an operator can mend; their messages say how, so nothing else is shown. 2: configuration, 1: the rest. */
const EXIT_CODES: readonly (readonly [kind: new (...args: never[]) => Error, code: number])[] = [
  [UsageError, 2],
  [ConfigError, 2],
  [MissingTokenError, 2],
  [MissingCollectionError, 2],
  [EmptyCollectionError, 2],
  [TokenRefusedError, 2],
  [ServerUnreachableError, 1],
  [ConflictError, 1],
];

/** Ends the process: with its message alone for a fault that can be mended, with a stack trace for a defect. */
export function exitOn(error: unknown): never {
  const known = EXIT_CODES.find(([kind]) => error instanceof kind);
  const told = error instanceof Error ? (known ? error.message : error.stack) : String(error);
  const secrets = [process.env.BOT_TOKEN, process.env.WEBHOOK_SECRET].map((secret) => secret ?? '');
  process.stderr.write(`${blotted(told ?? '', secrets)}\n`);
  process.exit(known?.[1] ?? 1);
}
