/** Marks a `/start` payload that names a passage. */
const PASSAGE = 'c_';

/**
 * The address that opens a passage in a private chat with the bot.
 * @param id the passage's id, `A-Za-z0-9_-`, 16 characters at most; payloads bear 64 of these characters:
 *   https://core.telegram.org/bots/features#deep-linking
 */
export function deepLink(username: string, id: string): string {
  return `https://t.me/${username}?start=${PASSAGE}${id}`;
}

/** The passage that a `/start` payload names, if it names one. */
export function passageIn(payload: string): string | undefined {
  return /^c_([A-Za-z0-9_-]{1,62})$/.exec(payload)?.[1];
}
