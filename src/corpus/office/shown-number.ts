/** A double holds so many digits; the last ones of a sum are noise. */
const EXACT_DIGITS = 15;
/** Of fractions, programs show some ten digits, and people want four after the point. */
const [SHOWN_DIGITS, SHOWN_DECIMALS] = [10, 4];

/** A number that has no format, without the noise of its last digits. */
export function shownNumber(value: number): string {
  const exact = Number(value.toPrecision(EXACT_DIGITS));
  if (Number.isInteger(exact)) return String(exact);
  const whole = String(Math.trunc(Math.abs(exact))).length;
  return String(
    Number(exact.toPrecision(Math.min(EXACT_DIGITS, Math.max(SHOWN_DIGITS, whole + SHOWN_DECIMALS)))),
  );
}
