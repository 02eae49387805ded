/** A map of bounded size: of its entries it keeps the `capacity` that were set last. */
export class BoundedMap<K, V> {
  private readonly entries = new Map<K, V>();

  /** @param capacity how many entries are kept, at least 1 */
  constructor(private readonly capacity: number) {}

  get(key: K): V | undefined {
    return this.entries.get(key);
  }

  has(key: K): boolean {
    return this.entries.has(key);
  }

  /** The values, those that were set last at the end. */
  values(): IterableIterator<V> {
    return this.entries.values();
  }

  set(key: K, value: V): void {
    this.entries.delete(key);
    this.entries.set(key, value);
    if (this.entries.size <= this.capacity) return;
    // A Map keeps the order of insertion, so its first key is the oldest.
    const [oldest] = this.entries.keys();
    if (oldest !== undefined) this.entries.delete(oldest);
  }
}
