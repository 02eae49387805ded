import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Bilingual } from '../language/bilingual.js';

/** A setting left empty counts as not set. */
const text = z.string().transform((value) => (value === '' ? undefined : value));

/** Any text. */
export const optionalText = text.optional();

/**
 * Any text that a test lets pass.
 * @param expected what a fault says that would be right; so for all kinds here
 */
export function suiting(suits: (value: string) => boolean, expected: Bilingual) {
  return optionalText.refine((value) => value === undefined || suits(value), fault(expected));
}

/** Text of a form. */
export function matching(pattern: RegExp, expected: Bilingual) {
  return suiting((value) => pattern.test(value), expected);
}

/** An address of one of the protocols (`https:`), without query and fragment. */
export function address(expected: Bilingual, protocols: readonly string[]) {
  return suiting((value) => isAddress(value, protocols), expected);
}

/** Addresses, separated by commas or blanks, without a trailing slash; `undefined` where there is none. */
export function addresses(expected: Bilingual, protocols: readonly string[]) {
  return optionalText
    .refine((value) => listed(value).every((one) => isAddress(one, protocols)), fault(expected))
    .transform((value): readonly string[] | undefined => {
      const all = listed(value).map((one) => one.replace(/\/+$/, ''));
      return all.length === 0 ? undefined : all;
    });
}

/** Path of a file that is there and may be read. */
export function readableFile(expected: Bilingual) {
  return suiting(isReadable, expected);
}

/** One of some words. */
export function oneOf<const T extends readonly string[]>(values: T, fallback: T[number]) {
  const expected = { en: `one of ${values.join(', ')}`, zh: `${values.join('、')} 之一` };
  return optionalText
    .refine(
      (value): value is T[number] | undefined => value === undefined || values.includes(value),
      fault(expected),
    )
    .transform((value) => value ?? fallback);
}

/** A whole number within bounds, both of which may be. */
export function wholeNumber(least: number, most: number, fallback: number) {
  const fits = (value: string) => /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most;
  const expected = { en: `a whole number from ${least} to ${most}`, zh: `${least} 到 ${most} 的整数` };
  return optionalText
    .refine((value) => value === undefined || fits(value), fault(expected))
    .transform((value) => (value === undefined ? fallback : Number(value)));
}

/** Ids, separated by commas or blanks. */
export function ids(pattern: RegExp, expected: Bilingual) {
  return optionalText
    .refine(
      (value) => listed(value).every((part) => pattern.test(part) && Number.isSafeInteger(Number(part))),
      fault(expected),
    )
    .transform((value): ReadonlySet<number> => new Set(listed(value).map(Number)));
}

/** What zod keeps of a value that is not as expected; `expectedBy` finds it again. */
function fault({ en, zh }: Bilingual) {
  return { error: en, params: { zh } };
}

/** What a setting was to be that one of these kinds did not take. */
export function expectedBy(issue: z.core.$ZodIssue): Bilingual {
  const zh: unknown = issue.code === 'custom' ? issue.params?.zh : undefined;
  return { en: issue.message, zh: typeof zh === 'string' ? zh : issue.message };
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
