import { MalformedSetError } from './cli/eval/set.js';
import { UsageError } from './cli/usage.js';
import { ConfigError } from './config.js';
import { EmptyCollectionError, MissingCollectionError } from './corpus/errors.js';
import { blotted } from './log.js';
import { ServerUnreachableError, TokenRefusedError } from './telegram/delivery/connect.js';
import { ConflictError } from './telegram/delivery/polling.js';
import { ListenError, WebhookRefusedError } from './telegram/delivery/webhook.js';
import { UserWordsError } from './user-words.js';

/** Thrown when the chat page cannot be served where the settings say. */
export class AddressUnusableError extends Error {
  override readonly name = 'AddressUnusableError';

  constructor(host: string, port: number, code: string, options: ErrorOptions) {
    super(
      `The chat page cannot be served at ${host}, port ${port} (${code}).\n` +
        (code === 'EADDRINUSE'
          ? 'Another program uses this port. Set HTTP_PORT to a free one, or leave it out to have one found.'
          : 'Set HTTP_HOST to an address of this machine, such as 127.0.0.1, and HTTP_PORT to a port above 1023.'),
      options,
    );
  }
}

/** Faults that an operator can mend; their messages say how, so nothing else is shown. 2: configuration, 1: the rest. */
const EXIT_CODES: readonly (readonly [kind: new (...args: never[]) => Error, code: number])[] = [
  [UsageError, 2],
  [MalformedSetError, 2],
  [ConfigError, 2],
  [AddressUnusableError, 2],
  [MissingCollectionError, 2],
  [EmptyCollectionError, 2],
  [UserWordsError, 2],
  [TokenRefusedError, 2],
  [ListenError, 2],
  [WebhookRefusedError, 2],
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
