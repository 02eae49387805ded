/**
 * Width of a text in columns of a terminal: a Chinese character, full-width sign or emoji has two, anything else
 * one. Which characters are wide follows Unicode's East Asian Width (UAX #11), with the quotation marks, dashes and
 * ellipses that Chinese type sets wide.
 */
export function columnsOf(text: string): number {
  let columns = 0;
  for (let i = 0; i < text.length; i++) columns += isWide(text.charCodeAt(i)) ? 2 : 1;
  return columns;
}

/** Each half of a surrogate pair counts one column, which makes the two that a pair has. */
function isWide(unit: number): boolean {
  return (
    (unit >= 0x2e80 && unit <= 0xa4cf) ||
    (unit >= 0xff01 && unit <= 0xff60) ||
    (unit >= 0x2018 && unit <= 0x201d) ||
    unit === 0x2014 ||
    unit === 0x2026 ||
    (unit >= 0x1100 && unit <= 0x115f) ||
    (unit >= 0xac00 && unit <= 0xd7a3) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xfe30 && unit <= 0xfe6f) ||
    (unit >= 0xffe0 && unit <= 0xffe6)
  );
}
