import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { accessibilityFaults as faults } from './support/axe.js';
import { describeInBrowser } from './support/chromium.js';
import { Chat } from './support/pane.js';
import { SIZES, useVisits } from './support/visit.js';

describeInBrowser('the page', () => {
  const visits = useVisits();

  const width = (page: Page): Promise<number> =>
    page.evaluate<number>('document.documentElement.scrollWidth');

  const looks = [
    ['desktop', 'light', 'zh-CN'],
    ['desktop', 'dark', 'en-GB'],
    ['phone', 'light', 'en-GB'],
    ['phone', 'dark', 'zh-CN'],
  ] as const;

  it.each(looks)('is accessible and fits: %s, %s, %s', async (size, colorScheme, locale) => {
    const page = await visits.visit({ size, colorScheme, locale });
    const show = async (name: 'group' | 'elsewhere'): Promise<void> => {
      if (size === 'phone') await page.locator(`[data-tab=${name}]`).click();
    };
    expect(await faults(page)).toEqual([]);

    const privately = new Chat(page, 'private');
    const answer = await privately.ask('今年夏天重庆的森林火灾烧了多少亩？');
    await privately.key(answer, '›').click();
    await answer.locator('.meta span').first().waitFor();
    expect(await faults(page)).toEqual([]);

    await show('elsewhere');
    const elsewhere = new Chat(page, 'elsewhere');
    await elsewhere.input.fill('@jianbao_bot 森林火灾');
    await elsewhere.element.getByRole('option').first().waitFor();
    await show('group');
    await page.locator('[data-pane=group] .icon-button[aria-expanded]').click();
    await show('elsewhere');
    expect(await faults(page)).toEqual([]);

    await show('group');
    await page.locator('#calls').click();
    await page.locator('.call summary').first().click();
    expect(await faults(page)).toEqual([]);
    expect(await width(page)).toBeLessThanOrEqual(SIZES[size].viewport.width);
  });

  it('follows the system’s colours until others are chosen, which are kept', async () => {
    const page = await visits.visit({ colorScheme: 'dark' });
    const background = (): Promise<string> =>
      page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    const dark = await background();
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await background();
    expect(light).not.toBe(dark);
    await page.getByRole('button', { name: '换成深色' }).click();
    expect(await background()).toBe(dark);
    await page.reload();
    await page.getByRole('button', { name: '换成浅色' }).waitFor();
    expect(await background()).toBe(dark);
  });

  it('shows one chat at a time on a phone, and counts what comes in the others', async () => {
    const page = await visits.visit({ size: 'phone' });
    const visible = page.locator('.pane').filter({ visible: true });
    expect(await visible.count()).toBe(1);
    const { demo, users } = await visits.state();
    const friend = users.find(({ username }) => username === 'lanzhou');
    await visits.perform({ type: 'say', chat: demo.group, from: friend?.id ?? 0, text: '有人吗？' });
    const badge = page.locator('[data-tab=group] .badge');
    await badge.waitFor();
    expect(await badge.innerText()).toBe('1');
    await page.getByRole('button', { name: '群聊' }).click();
    expect(await visible.getAttribute('data-pane')).toBe('group');
    expect(await badge.isVisible()).toBe(false);
  });
});
