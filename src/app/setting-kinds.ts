import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A setting left empty counts as not set. */
const text = z.string().transform((value) => (value === '' ? undefined : value));

/** Any text. */
export const optionalText = text.optional();

/** @param expected what a fault says that would be right; so for all kinds here */
export function matching(pattern: RegExp, expected: string) {
  return optionalText.refine((value) => value === undefined || pattern.test(value), expected);
}

/** An address of one of the protocols (`https:`), without query and fragment. */
export function address(expected: string, protocols: readonly string[]) {
  return optionalText.refine((value) => value === undefined || isAddress(value, protocols), expected);
}

/** Addresses, separated by commas or blanks, without a trailing slash; `undefined` where there is none. */
export function addresses(expected: string, protocols: readonly string[]) {
  return optionalText
    .refine((value) => listed(value).every((one) => isAddress(one, protocols)), expected)
    .transform((value): readonly string[] | undefined => {
      const all = listed(value).map((one) => one.replace(/\/+$/, ''));
      return all.length === 0 ? undefined : all;
    });
}

/** Path of a file that is there and may be read. */
export function readableFile(expected: string) {
  return optionalText.refine((value) => value === undefined || isReadable(value), expected);
}

/** One of some words. */
export function oneOf<const T extends readonly string[]>(values: T, fallback: T[number]) {
  const expected = `one of ${values.join(', ')}`;
  return optionalText
    .refine(
      (value): value is T[number] | undefined => value === undefined || values.includes(value),
      expected,
    )
    .transform((value) => value ?? fallback);
}

/** A whole number within bounds, both of which may be. */
export function wholeNumber(least: number, most: number, fallback: number) {
  const fits = (value: string) => /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most;
  return optionalText
    .refine((value) => value === undefined || fits(value), `a whole number from ${least} to ${most}`)
    .transform((value) => (value === undefined ? fallback : Number(value)));
}

/** Ids, separated by commas or blanks. */
export function ids(pattern: RegExp, expected: string) {
  return optionalText
    .refine(
      (value) => listed(value).every((part) => pattern.test(part) && Number.isSafeInteger(Number(part))),
      expected,
    )
    .transform((value): ReadonlySet<number> => new Set(listed(value).map(Number)));
}

function listed(value: string | undefined): string[] {
  return (value ?? '').split(/[\s,，]+/).filter((part) => part !== '');
}

function isAddress(value: string, protocols: readonly string[]): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url !== undefined && protocols.includes(url.protocol) && url.search === '' && url.hash === '';
}

function isReadable(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}
