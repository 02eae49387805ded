import type { Locator, Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { describeInBrowser } from './support/chromium.js';
import { Chat, quotation } from './support/pane.js';
import { type Size, useVisits } from './support/visit.js';

describeInBrowser('the inline box', () => {
  const visits = useVisits();
  let page: Page;
  let chat: Chat;
  let results: Locator;

  async function open(size: Size): Promise<void> {
    page = await visits.visit({ size });
    chat = new Chat(page, 'elsewhere');
    results = chat.element.getByRole('listbox', { name: '搜索结果' }).getByRole('option');
    if (size === 'phone') await page.getByRole('button', { name: '别的聊天' }).click();
  }

  beforeEach(() => open('desktop'));

  // The first test of the file: the examples go away with the first thing that is said.
  it('is filled by an example question', async () => {
    await chat.element.locator('.strip .suggestion').first().click();
    await results.first().waitFor();
    expect(await chat.input.inputValue()).toMatch(/^@jianbao_bot .+/);
  });

  it.each<Size>(['desktop', 'phone'])(
    'on a %s: shows results while one types, and sends the chosen one',
    async (size) => {
      if (size === 'phone') await open(size);
      await chat.input.pressSequentially('@jianbao_bot 森林火灾 受害面积');
      await results.first().waitFor();
      const excerpt = (await results.nth(1).locator('.choice-note').innerText()).slice(0, 12);
      if (size === 'phone') await results.nth(1).tap();
      else {
        await chat.input.press('ArrowDown');
        await chat.input.press('Enter');
      }
      const sent = chat.outgoing.last();
      await sent.getByText('来自 @jianbao_bot').waitFor();
      expect((await quotation(sent).innerText()).replaceAll(/\s+/g, ' ')).toContain(excerpt);
      expect(await chat.input.inputValue()).toBe('');
      expect(await results.count()).toBe(0);
    },
  );

  it('shows the results of what was typed last', async () => {
    await chat.input.fill('@jianbao_bot 森林火灾');
    await results.first().waitFor();
    await chat.input.fill('@jianbao_bot 从黑公路');
    await results.filter({ hasText: '四好农村路' }).first().waitFor();
    expect(await results.filter({ hasText: '森林火灾' }).count()).toBe(0);
  });

  it('says what may be typed while there is no query, and leads to the private chat', async () => {
    await chat.input.fill('@jianbao_bot ');
    const way = chat.element.getByRole('button', { name: /输入问题，从 6 篇文章里找原文/ });
    const privately = new Chat(page, 'private');
    const before = await privately.bot.count();
    await way.click();
    await privately.bot.nth(before).waitFor();
    expect(await privately.bot.nth(before).innerText()).toContain('我是剪报');
  });

  it('says that nothing was found', async () => {
    await chat.input.fill('@jianbao_bot 火星上的图书馆');
    await chat.element.getByRole('button', { name: /没有找到答案/ }).waitFor();
    expect(await results.count()).toBe(0);
  });

  it('closes with Escape and keeps what was typed', async () => {
    await chat.input.fill('@jianbao_bot 森林火灾');
    await results.first().waitFor();
    await chat.input.press('Escape');
    await results.first().waitFor({ state: 'detached' });
    expect(await chat.input.inputValue()).toBe('@jianbao_bot 森林火灾');
  });

  it('sends clippings whose title leads to the passage in the private chat', async () => {
    await chat.input.fill('@jianbao_bot 连晴高温');
    await results.first().waitFor();
    await chat.input.press('Enter');
    const sent = chat.outgoing.last();
    await sent.getByText('来自 @jianbao_bot').waitFor();
    const privately = new Chat(page, 'private');
    const before = await privately.bot.count();
    await sent.locator('a').first().click();
    await privately.bot.nth(before).waitFor();
    expect(await privately.bot.nth(before).locator('a').first().innerText()).toBe(
      await sent.locator('a').first().innerText(),
    );
  });
});
