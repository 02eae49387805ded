/** What is summed up of a collection may take this share (0 to 1) of the cluster's time at most. */
const MOST_SHARE = 0.05;

/** Keeps what is known of a collection as the index is: looks again when that has changed, and not too often. */
export class OverviewLooks {
  #seen: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  /**
   * @param look looks once
   * @param version of the index, as this process last saw it
   * @param everyMs how long between two looks at the version, in milliseconds
   */
  constructor(
    private readonly look: () => Promise<void>,
    private readonly version: () => string,
    private readonly everyMs: number,
  ) {}

  /**
   * Looks now, and from then on whenever the version has changed.
   * @throws IndexUnavailableError, and then does not begin
   */
  async begin(): Promise<void> {
    await this.now();
    if (this.#timer === undefined) this.#later(this.everyMs);
  }

  /** @throws IndexUnavailableError */
  async now(): Promise<void> {
    const version = this.version();
    await this.look();
    this.#seen = version;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #later(ms: number): void {
    if (this.#closed) return;
    this.#timer = setTimeout(async () => {
      const began = performance.now();
      // One that fails is made again: what was seen stays what it was.
      if (this.#seen !== this.version()) await this.now().catch(() => {});
      this.#later(Math.max(this.everyMs, (performance.now() - began) / MOST_SHARE));
    }, ms).unref();
  }
}
