import type { Locator, Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { describeInBrowser } from './support/chromium.js';
import { Chat } from './support/pane.js';
import { useVisits } from './support/visit.js';

describeInBrowser('with the keyboard alone', () => {
  const visits = useVisits();
  let page: Page;
  let chat: Chat;

  beforeEach(async () => {
    page = await visits.visit();
    chat = new Chat(page, 'private');
  });

  /** Presses Tab until the element has the focus; fails when it is not reached within so many stops. */
  async function tabTo(target: Locator, most: number, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    for (let stop = 0; stop < most; stop += 1) {
      await page.keyboard.press(key);
      if (await isFocused(target)) return;
    }
    throw new Error(`not reached with ${most} × ${key}`);
  }

  const isFocused = (target: Locator): Promise<boolean> =>
    target
      .and(page.locator(':focus'))
      .count()
      .then((count) => count > 0);

  it('one asks, turns the pages of the answer and comes back to the text', async () => {
    await tabTo(chat.input, 12);
    await page.keyboard.type('今年夏天重庆的森林火灾烧了多少亩？');
    await page.keyboard.press('Enter');
    const answer = chat.bot.last();
    await chat.key(answer, '›').waitFor();

    const next = chat.key(answer, '›');
    await tabTo(next, 14, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await chat.key(answer, '2/').waitFor();
    // The answer was drawn anew; the focus is still on the same button.
    expect(await isFocused(next)).toBe(true);
    await page.keyboard.press('Enter');
    await chat.key(answer, /* the page after it */ '/').filter({ hasNotText: '2/' }).waitFor();
    await tabTo(chat.input, 12);
  });

  it('one walks through the messages with the arrow keys, which are one stop for Tab', async () => {
    await chat.ask('连晴高温一共多少天？');
    await chat.ask('你好');
    const messages = chat.element.locator('.message');
    await tabTo(messages.last(), 10, 'Shift+Tab');
    await page.keyboard.press('ArrowUp');
    expect(await isFocused(messages.nth(-2))).toBe(true);
    await page.keyboard.press('Home');
    expect(await isFocused(messages.first())).toBe(true);
    await page.keyboard.press('End');
    expect(await isFocused(messages.last())).toBe(true);
  });

  it('one answers to a message, and Escape leaves it', async () => {
    await chat.ask('连晴高温一共多少天？');
    await tabTo(chat.bot.last().getByRole('button', { name: '回复', exact: true }), 8, 'Shift+Tab');
    await page.keyboard.press('Enter');
    expect(await isFocused(chat.input)).toBe(true);
    expect(await chat.element.locator('.about').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await chat.element.locator('.about').isVisible()).toBe(false);
  });

  it('one opens the drawer and closes it with Escape', async () => {
    const button = page.getByRole('button', { name: 'API 调用' });
    await tabTo(button, 4);
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('complementary', { name: 'API 调用' });
    expect(await isFocused(drawer.getByRole('searchbox'))).toBe(true);
    await page.keyboard.press('Escape');
    expect(await drawer.isVisible()).toBe(false);
    expect(await isFocused(button)).toBe(true);
  });
});
