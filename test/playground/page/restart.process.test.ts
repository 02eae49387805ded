import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { build, freePort, runMain } from '../../telegram/support/bot-process.js';
import { describeInBrowser, launchChromium } from './support/chromium.js';
import { Chat } from './support/pane.js';

const SEEDS = fileURLToPath(new URL('../../../seeds', import.meta.url));

describeInBrowser('the page over a restart of the server', () => {
  it('says that the connection is lost, and goes on by itself with the new server', async () => {
    build();
    const settings = { SEEDS_DIR: SEEDS, HTTP_PORT: String(await freePort()) };
    const first = await runMain(settings);
    await first.logged('"ready"');
    const browser = await launchChromium();
    const page = await browser.newPage({ locale: 'zh-CN' });
    await page.goto(`http://127.0.0.1:${settings.HTTP_PORT}`);
    const chat = new Chat(page, 'private');
    await chat.ask('你好');

    await first.stop();
    await page.getByText('连接断开').waitFor();
    const second = await runMain(settings);
    await second.logged('"ready"');
    // What was said before is gone with the server that kept it.
    await chat.element.locator('.welcome').waitFor();
    expect(await (await chat.ask('连晴高温一共多少天？')).innerText()).toContain('41天');

    await browser.close();
    expect((await second.stop()).code).toBe(0);
  });
});
