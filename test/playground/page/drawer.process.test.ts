import type { Locator, Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { describeInBrowser } from './support/chromium.js';
import { Chat } from './support/pane.js';
import { useVisits } from './support/visit.js';

describeInBrowser('the drawer', () => {
  const visits = useVisits();
  let page: Page;
  let drawer: Locator;
  let calls: Locator;

  beforeEach(async () => {
    page = await visits.visit({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'API 调用' }).click();
    drawer = page.getByRole('complementary', { name: 'API 调用' });
    calls = drawer.locator('.call');
  });

  it('shows calls as they are made, with what was sent and the server’s response', async () => {
    await new Chat(page, 'private').ask('连晴高温一共多少天？');
    const call = calls.first();
    expect(await call.locator('summary').innerText()).toMatch(/200\s+sendMessage\s+\d+ ms/);
    await call.locator('summary').click();
    await call.getByText('"message_id"').first().waitFor();
    await call.getByRole('button', { name: '复制' }).first().click();
    await call.getByText('已复制').waitFor();
    const copied: unknown = JSON.parse(await page.evaluate('navigator.clipboard.readText()'));
    expect(copied).toMatchObject({
      text: expect.stringContaining('41天'),
      reply_parameters: expect.anything(),
    });
  });

  it('shows refusals with the reason', async () => {
    const chat = new Chat(page, 'group');
    const answer = await chat.ask('@jianbao_bot 今年夏天重庆的森林火灾烧了多少亩？');
    const { demo } = await visits.state();
    await visits.perform({ type: 'set-bot', chat: demo.group, bot: 'absent' });
    await chat.key(answer, '全文').click();
    await drawer.getByText('bot is not a member').waitFor();
    await drawer.getByLabel('结果').selectOption('refused');
    expect(await calls.locator('.method').allInnerTexts()).toEqual(['editMessageText']);
    expect(await calls.locator('.result').allInnerTexts()).toEqual(['403']);
  });

  it('finds calls by what is in them', async () => {
    await new Chat(page, 'private').ask('/about');
    await drawer.getByRole('searchbox').fill('篇文章，来自');
    expect(await calls.locator('.method').allInnerTexts()).toEqual(['sendMessage']);
    await drawer.getByRole('searchbox').fill('nothing has this');
    await drawer.getByText('没有符合条件的调用').waitFor();
  });

  it('leaves out getUpdates until asked for it', async () => {
    await new Chat(page, 'private').ask('你好');
    expect(await calls.filter({ hasText: 'getUpdates' }).count()).toBe(0);
    await drawer.getByLabel('显示 getUpdates').check();
    await calls.filter({ hasText: 'getUpdates' }).first().waitFor();
  });
});
