// Takes README's picture: the chat page as a newcomer sees it after a few questions about the collection in seeds/.
// `npm run screenshot [-- FILE.png]`; the default is docs/chat-page.png. Needs a Chromium (see CHROMIUM below).
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const target = resolve(process.argv[2] ?? join(root, 'docs', 'chat-page.png'));
const executablePath = process.env.CHROMIUM || '/usr/bin/chromium';

/** What is asked in each chat. Other collections want other questions. */
const QUESTIONS = {
  private: '今年夏天重庆的森林火灾烧了多少亩？',
  group: '@jianbao_bot 连晴高温一共多少天？',
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

const bot = await startBot();
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
});
try {
  const page = await browser.newPage({
    locale: 'zh-CN',
    viewport: { width: 1440, height: 860 },
    // As large as README shows it, and no more to load.
    deviceScaleFactor: 1.25,
    reducedMotion: 'reduce',
  });
  await page.goto(bot.url);
  await ask(page);
  mkdirSync(dirname(target), { recursive: true });
  await page.screenshot({ path: target });
  process.stdout.write(`${target}\n`);
} finally {
  await browser.close();
  bot.stop();
}
