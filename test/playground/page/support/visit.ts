import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { DemoChats, PlaygroundState, UserAction } from '../../../../playground/user-api.js';
import { temporaryFolder } from '../../../telegram/support/articles.js';
import { type BotProcess, build, freePort, runMain } from '../../../telegram/support/bot-process.js';
import { launchChromium } from './chromium.js';

const SEEDS = fileURLToPath(new URL('../../../../seeds', import.meta.url));

/** Widths at which the page is laid out differently. */
export const SIZES = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  narrow: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
} as const;
export type Size = keyof typeof SIZES;

export interface VisitOptions extends BrowserContextOptions {
  readonly size?: Size;
  /** Whether the page outlasts the test, and is closed after the last one; by default it does not. */
  readonly lasting?: boolean;
}

/** Opens the page as a newcomer would who has just run `npm start`. */
export interface Visits {
  /** Address of the page. */
  readonly url: string;
  visit(options?: VisitOptions): Promise<Page>;
  /** The server's state; somebody must have visited. */
  state(): Promise<PlaygroundState & { readonly demo: DemoChats }>;
  /** Does what the page does not let one do. */
  perform(action: UserAction): Promise<void>;
  /** Puts an article into the bot's folder. */
  save(name: string, text: string): Promise<void>;
}

/**
 * Runs the built bot without a token on a copy of a folder, and a browser. Whatever a test does, the page must not log an
 * error, and must not load anything from elsewhere.
 * @param articles the folder; by default the seed page
 */
export function useVisits(articles = SEEDS): Visits {
  let folder: string;
  let bot: BotProcess;
  let browser: Browser;
  let url = '';
  const faults: string[] = [];
  const pages: Page[] = [];

  beforeAll(async () => {
    build();
    folder = await temporaryFolder();
    await cp(articles, folder, { recursive: true });
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    bot = await runMain({ SEEDS_DIR: folder, HTTP_PORT: String(port) });
    await bot.logged('"ready"');
    browser = await launchChromium();
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    expect((await bot.stop()).code).toBe(0);
  });

  return {
    get url() {
      return url;
    },
    async state() {
      const response = await fetch(`${url}/playground/state`);
      return (await response.json()) as PlaygroundState & { readonly demo: DemoChats };
    },
    async perform(action) {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${url}/playground/actions`, {
        method: 'POST',
        headers,
        body: JSON.stringify(action),
      });
      expect(await response.json()).toMatchObject({ ok: true });
    },
    save: (name, text) => writeFile(join(folder, name), text),
    async visit({ size = 'desktop', lasting = false, ...options } = {}) {
      const context = await browser.newContext({
        locale: 'zh-CN',
        reducedMotion: 'reduce',
        ...SIZES[size],
        ...options,
      });
      const page = await context.newPage();
      if (!lasting) pages.push(page);
      page.setDefaultTimeout(15_000);
      watch(page, url, faults);
      await page.goto(url);
      await page.locator('.pane').first().waitFor();
      return page;
    },
  };
}

function watch(page: Page, url: string, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`)) faults.push(`loaded from elsewhere: ${request.url()}`);
  });
}
