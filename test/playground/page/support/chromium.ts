import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { describe, it } from 'vitest';

/** Debian's Chromium; `CHROMIUM` names another. */
const EXECUTABLE = process.env.CHROMIUM || '/usr/bin/chromium';

/** Nothing of the browser's own leaves the machine, and no graphics card is needed. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Tests in a real browser. Where there is none, one test is skipped that says so. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (existsSync(EXECUTABLE)) describe(name, tests);
  else {
    it(name, ({ skip }) => {
      skip(`there is no Chromium at ${EXECUTABLE}: install Debian’s package chromium, or set CHROMIUM`);
    });
  }
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });
}
