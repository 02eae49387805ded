import { decode } from '../decode.js';

/**
 * The name of a file in an archive, with `/` between folders. Where the archive does not say that names are UTF-8, they
 * are in what the machine used that made it: on Chinese Windows GBK, elsewhere mostly UTF-8 all the same.
 */
export function entryName(bytes: Uint8Array, isUtf8: boolean): string {
  const decoded = isUtf8 ? undefined : decode(bytes);
  const name =
    decoded === undefined
      ? new TextDecoder('utf-8').decode(bytes)
      : decoded.kind === 'text'
        ? decoded.text
        : new TextDecoder('latin1').decode(bytes);
  return name.replaceAll('\\', '/');
}

/** Whether a name leads nowhere but into the archive, and can be shown. */
export function isSafeName(name: string): boolean {
  return !/^\/|^[A-Za-z]:|\p{Cc}/u.test(name) && !name.split('/').includes('..');
}

/** Whether it is a folder, or what systems put beside people's files. */
export function isPassedOver(name: string): boolean {
  return name.endsWith('/') || name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}
