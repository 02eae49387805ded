type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that are secrets, and those that may hold one among other things: a name and a password before a host. */
export const SECRETS: ReadonlySet<string> = new Set(['BOT_TOKEN', 'WEBHOOK_SECRET', 'INDEX_PASSWORD']);
export const HOLD_PASSWORDS: ReadonlySet<string> = new Set(['HTTPS_PROXY', 'INDEX_URL']);

/** A user's name and password in an address, up to the last `@` before its path. */
const PASSWORD = /:\/\/[^/?#\s]*?:([^/?#\s]*)@/g;
/** Whether a text can be decoded: each `%` begins two digits. */
const URL_ENCODED = /^(?:[^%]|%[0-7][\dA-F])*$/i;

/**
 * All that must be shown nowhere, as it stands in the settings; a password in an address also as it is meant.
 * @param env settings, whether they can be used or not
 */
export function secretsIn(env: Environment): string[] {
  // Proxies are set in small letters as often as in capitals.
  const addresses = [...HOLD_PASSWORDS].flatMap((name) => [env[name], env[name.toLowerCase()]]);
  const passwords = addresses.flatMap((address) =>
    Array.from((address ?? '').matchAll(PASSWORD), ([, password]) => password),
  );
  const decoded = passwords.map((text) =>
    text !== undefined && URL_ENCODED.test(text) ? decodeURIComponent(text) : undefined,
  );
  const plain = [...SECRETS].map((name) => env[name]?.trim());
  const all = [...plain, ...passwords, ...decoded].filter((secret) => secret !== undefined && secret !== '');
  return [...new Set(all as string[])];
}
