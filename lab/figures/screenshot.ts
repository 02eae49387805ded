// Takes README's picture: the chat page as a newcomer sees it after a few questions about the collection in seeds/.
// `npm run screenshot [-- FILE.png]`; the default is docs/chat-page.png. Needs a Chromium (see CHROMIUM below).
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { indexedPng } from './indexed-png.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const target = resolve(process.argv[2] ?? join(root, 'docs', 'chat-page.png'));
const executablePath = process.env.CHROMIUM || '/usr/bin/chromium';

/** What is asked in each chat. Other collections want other questions. */
const QUESTIONS = {
  private: '森林火灾受害面积是多少？',
  group: '@jianbao_bot 从黑公路全长多少公里？',
  elsewhere: '@jianbao_bot 巫溪血清库',
};

/** Starts the bot without a token; gives the address that it prints last. */
async function startBot(): Promise<{ url: string; stop(): void }> {
  const { BOT_TOKEN: _, ...env } = process.env;
  const child = spawn(process.execPath, [join(root, 'dist', 'bin', 'start.js')], {
    cwd: root,
    env: { ...env, BOT_TOKEN: '', HTTP_PORT: '0', SEEDS_DIR: join(root, 'seeds'), LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('http://')) {
      return { url: line, stop: () => void child.kill('SIGTERM') };
    }
  }
  throw new Error('The bot ended before its page was ready.');
}

/** Asks in the three chats, and leaves the inline results open. */
async function ask(page: Page): Promise<void> {
  const chat = (name: string) => page.locator(`[data-pane=${name}]`);
  for (const name of ['private', 'group'] as const) {
    const input = chat(name).locator('textarea');
    await input.fill(QUESTIONS[name]);
    await input.press('Enter');
    await chat(name).locator('.message.in .key').last().waitFor();
  }
  await chat('elsewhere').locator('textarea').fill(QUESTIONS.elsewhere);
  await chat('elsewhere').getByRole('option').first().waitFor();
}

/** The same picture in a file of a third of the size. The browser unpacks it. */
async function slim(png: Buffer, browser: Browser): Promise<Buffer> {
  const page = await browser.newPage();
  const unpacking = `(async () => {
    const picture = await createImageBitmap(await (await fetch('data:image/png;base64,${png.toString('base64')}')).blob());
    const { width, height } = picture;
    const canvas = new OffscreenCanvas(width, height).getContext('2d');
    canvas.drawImage(picture, 0, 0);
    const bytes = new Uint8Array(canvas.getImageData(0, 0, width, height).data.buffer);
    return { width, height, bytes: bytes.toBase64?.() ?? btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) };
  })()`;
  const { width, height, bytes } = await page.evaluate<{ width: number; height: number; bytes: string }>(
    unpacking,
  );
  return indexedPng(Buffer.from(bytes, 'base64'), width, height);
}

const bot = await startBot();
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
});
try {
  const page = await browser.newPage({
    locale: 'zh-CN',
    viewport: { width: 1440, height: 860 },
    deviceScaleFactor: 1.5,
    reducedMotion: 'reduce',
  });
  await page.goto(bot.url);
  await ask(page);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, await slim(await page.screenshot(), browser));
  process.stdout.write(`${target}\n`);
} finally {
  await browser.close();
  bot.stop();
}
