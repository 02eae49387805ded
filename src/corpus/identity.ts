import { hash } from 'node:crypto';

/** 12 characters of base64url are 72 bits: among a million passages a clash has a chance of one in ten billion. */
const ID_LENGTH = 12;

/**
 * A short stable name for some text.
 * @param parts joined so that `['a', 'bc']` and `['ab', 'c']` differ
 * @returns 12 characters of `A-Za-z0-9_-`, the same in every process
 */
export function shortHash(...parts: readonly string[]): string {
  return hash('sha256', JSON.stringify(parts), 'base64url').slice(0, ID_LENGTH);
}

/**
 * Numbers equal things: the first of a kind is 1, the next 2, and so on. An id made of a thing's content and this
 * number is unique, and does not change when other things come or go.
 */
export function createNumbering(): (kind: string) => number {
  const seen = new Map<string, number>();
  return (kind) => {
    const number = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, number);
    return number;
  };
}
