/** The longest beginning of `text` of at most `units` UTF-16 units that cuts no surrogate pair. */
export function beginning(text: string, units: number): string {
  const cutsPair = units < text.length && /[\uD800-\uDBFF]/.test(text[units - 1] ?? '');
  return text.slice(0, cutsPair ? units - 1 : units);
}

/** The text, or its beginning with an ellipsis when it is longer than `units` UTF-16 units. */
export function shorten(text: string, units: number): string {
  return text.length <= units ? text : `${beginning(text, units - 1)}…`;
}
