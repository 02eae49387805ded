const BESIDE_CHINESE_BREAK = /[\p{Script=Han}\p{P}]/u;

/** White space as a browser shows it, except that a line break between two Chinese characters or signs is none. */
export function collapse(text: string): string {
  const trimmed = text.trim();
  return trimmed.replace(/[ \t\n\f\r]+/g, (run: string, start: number) =>
    run.includes('\n') && isChinese(trimmed, start - 1) && isChinese(trimmed, start + run.length) ? '' : ' ',
  );
}

/** Whether the character that this UTF-16 unit belongs to is Chinese or a sign. */
function isChinese(text: string, at: number): boolean {
  const isTrail = (text.charCodeAt(at) & 0xfc00) === 0xdc00;
  const code = text.codePointAt(isTrail ? at - 1 : at);
  return code !== undefined && BESIDE_CHINESE_BREAK.test(String.fromCodePoint(code));
}
