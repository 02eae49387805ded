/** Of facts that may be stated, those that are. */
export function stated<Facts extends object>(
  facts: { [Name in keyof Facts]: Facts[Name] | undefined },
): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Facts;
}
