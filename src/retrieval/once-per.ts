/**
 * Works something out of a list once, when it is first wanted: no change of a collection leaves the same list behind.
 * @param work its result is kept as long as the list is
 */
export function oncePer<K extends object, T>(work: (list: K) => T): (list: K) => T {
  const known = new WeakMap<K, { readonly result: T }>();
  return (list) => {
    const found = known.get(list) ?? { result: work(list) };
    known.set(list, found);
    return found.result;
  };
}
