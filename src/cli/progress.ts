/** Shows how far long work has come, on a terminal; silent where nobody watches. */
export interface Progress {
  /** @param share of the work that is done, 0 to 1 */
  show(label: string, share: number): void;
  /** Takes the line away. */
  end(): void;
}

/** Where a line can be drawn, if it is a terminal. */
export type Terminal = NodeJS.WritableStream & { readonly isTTY?: boolean };

const WIDTH = 30;
/** Milliseconds between two drawings. */
const PAUSE = 100;

/** A bar on standard error, so that standard output holds nothing but results. */
export function createProgress(stream: Terminal = process.stderr): Progress {
  if (!stream.isTTY) return { show: () => {}, end: () => {} };
  let drawn = 0;
  return {
    show(label, share) {
      const now = Date.now();
      if (now - drawn < PAUSE && share < 1) return;
      drawn = now;
      const full = Math.round(share * WIDTH);
      stream.write(
        `\r\x1b[K${label} ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${Math.round(share * 100)} %`,
      );
    },
    end: () => {
      if (drawn > 0) stream.write('\r\x1b[K');
    },
  };
}
