import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Where pictures of the page are put, to be looked at; empty: none are made. */
export const PICTURES = process.env.PICTURES ?? '';

/** Puts what a page shows into a PNG, where pictures are wanted. */
export async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES === '') return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}
