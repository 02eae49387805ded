import type { Locator, Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { describeInBrowser } from './support/chromium.js';
import { Chat, quotation } from './support/pane.js';
import { type Size, useVisits } from './support/visit.js';

describeInBrowser('the private chat', () => {
  const visits = useVisits();
  let page: Page;
  let chat: Chat;

  beforeEach(async () => {
    page = await visits.visit();
    chat = new Chat(page, 'private');
  });

  it('begins with questions of the collection, which can be asked by pressing them', async () => {
    const examples = chat.element.locator('.welcome .suggestion');
    await examples.first().waitFor();
    expect(await examples.count()).toBe(3);
    await examples.first().click();
    await chat.bot.first().waitFor();
    expect(await chat.outgoing.count()).toBe(1);
    expect(await chat.element.locator('.welcome, .start').filter({ visible: true }).count()).toBe(0);
  });

  it.each<Size>(['desktop', 'phone'])(
    'is asked on a %s: answer, further pages, context and back',
    async (size) => {
      if (size === 'phone') chat = new Chat(await visits.visit({ size }), 'private');
      const answer = await chat.ask('今年夏天重庆的森林火灾烧了多少亩？');
      expect(await quotation(answer).innerText()).toContain('122.6亩');
      expect(await answer.locator('a').first().innerText()).toContain('重庆今夏森林火灾');
      const messages = await chat.element.locator('.message').count();

      const first = await quotation(answer).innerText();
      await chat.key(answer, '›').click();
      await chat.key(answer, '2/').waitFor();
      expect(await quotation(answer).innerText()).not.toBe(first);
      expect(await answer.locator('.meta').innerText()).toContain('已编辑');

      await chat.key(answer, '全文').click();
      await chat.key(answer, '返回').click();
      await chat.key(answer, '2/').waitFor();
      expect(await chat.element.locator('.message').count()).toBe(messages);
    },
  );

  it('opens a passage from the title of its article', async () => {
    const answer = await chat.ask('今年夏天重庆的森林火灾烧了多少亩？');
    const before = await chat.bot.count();
    await answer.locator('a').first().click();
    await chat.bot.nth(before).waitFor();
    expect(await chat.bot.nth(before).innerText()).toContain('122.6亩');
    // The payload of the link is nothing to read.
    expect(await chat.outgoing.last().locator('.rich-text').innerText()).toMatch(/^\/start\s/);
  });

  it('completes commands: Tab writes one, Enter sends it', async () => {
    await chat.element.getByRole('button', { name: '命令菜单' }).click();
    const commands = chat.element.getByRole('option');
    const names = (await commands.allInnerTexts()).map((text) => text.split('\n')[0]);
    expect(names).toEqual(['/ask', '/alerts', '/about', '/help', '/privacy']);
    await chat.input.press('Tab');
    expect(await chat.input.inputValue()).toBe('/ask ');
    const before = await chat.bot.count();
    await chat.input.fill('/ab');
    await chat.input.press('Enter');
    await chat.bot.nth(before).waitFor();
    expect(await chat.outgoing.last().innerText()).toContain('/about');
    expect(await chat.bot.nth(before).innerText()).toContain('6 篇文章');
  });

  it('edits what was sent, and the bot its answer', async () => {
    const answer = await chat.ask('连晴高温一共多少天？');
    await chat.input.press('ArrowUp');
    expect(await chat.input.inputValue()).toBe('连晴高温一共多少天？');
    await chat.say('火星上的图书馆什么时候开门？');
    await answer.getByText('没有找到答案').waitFor();
    expect(await chat.outgoing.last().innerText()).toContain('火星');
  });

  it('speaks English when the page does, and Chinese again', async () => {
    // The group's name may change before the page is drawn anew, which empties the field; the button's does not.
    const [toEnglish, toChinese] = ['Switch to English', '切换到中文'].map((name) =>
      page.getByRole('button', { name }),
    ) as [Locator, Locator];
    await toEnglish.click();
    await toChinese.waitFor();
    await page.getByRole('heading', { name: 'Reading circle' }).waitFor();
    const english = await chat.ask('hello');
    expect(await english.innerText()).toContain('What would you like to know?');
    await toChinese.click();
    await toEnglish.waitFor();
    await page.getByRole('heading', { name: '读报小组' }).waitFor();
    expect(await (await chat.ask('你好')).innerText()).toContain('想知道什么');
  });

  it('does not send what an input method has not finished', async () => {
    const before = await chat.outgoing.count();
    await chat.input.focus();
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: '连晴', selectionStart: 2, selectionEnd: 2 });
    await session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 13,
    });
    await session.send('Input.insertText', { text: '连晴高温多少天' });
    expect(await chat.outgoing.count()).toBe(before);
    await chat.input.press('Enter');
    await chat.outgoing.nth(before).waitFor();
    expect(await chat.outgoing.nth(before).innerText()).toContain('连晴高温多少天');
  });

  it('keeps everything over a reload', async () => {
    await chat.ask('从黑公路在哪里？');
    const before = await chat.element.locator('.message').count();
    await page.reload();
    await chat.bot.first().waitFor();
    expect(await chat.element.locator('.message').count()).toBe(before);
  });
});
