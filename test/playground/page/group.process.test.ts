import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { describeInBrowser } from './support/chromium.js';
import { Chat, quotation } from './support/pane.js';
import { type Size, useVisits } from './support/visit.js';

describeInBrowser('the group', () => {
  const visits = useVisits();
  let page: Page;
  let chat: Chat;

  beforeEach(async () => {
    page = await visits.visit();
    chat = new Chat(page, 'group');
  });

  async function setPrivacy(on: boolean): Promise<void> {
    const settings = chat.element.getByRole('button', { name: '群设置' });
    await settings.click();
    await chat.element.getByRole('switch', { name: '隐私模式' }).setChecked(on);
    await settings.press('Escape');
    await settings.click();
  }

  it.each<Size>(['desktop', 'phone'])(
    'on a %s: the bot answers a mention and passes over all else',
    async (size) => {
      if (size === 'phone') {
        page = await visits.visit({ size });
        chat = new Chat(page, 'group');
        await page.getByRole('button', { name: '群聊' }).click();
      }
      const before = await chat.bot.count();
      await chat.say('重庆有多少名护林员？');
      const answer = await chat.ask('@jianbao_bot 从黑公路在哪里？');
      // One bot handles a group's messages in their order: had it answered the first, that answer would be there.
      expect(await chat.bot.count()).toBe(before + 1);
      expect(await quotation(answer).innerText()).toContain('从黑公路');
      expect(await answer.locator('.quoted').innerText()).toContain('从黑公路在哪里');
    },
  );

  it('holds several people, and what they said before', async () => {
    expect(await chat.element.locator('.subtitle').innerText()).toBe('5 位成员 · 机器人在群里');
    expect(await chat.incoming.locator('.author').filter({ visible: true }).allInnerTexts()).toEqual(
      expect.arrayContaining(['周岚', '陈默', '何晓宇']),
    );
  });

  it('keeps topics apart: an answer comes where the question was asked', async () => {
    await chat.element.getByRole('tab', { name: '问答' }).click();
    const answer = await chat.ask('@jianbao_bot 连晴高温一共多少天？');
    expect(await quotation(answer).innerText()).toContain('41天');
    const here = await chat.element.locator('.message').count();
    await chat.element.getByRole('tab', { name: '问答' }).press('ArrowRight');
    await chat.element.getByText('周末有人一起去图书馆吗').waitFor();
    expect(await chat.bot.count()).toBe(0);
    await chat.element.getByRole('tab', { name: '闲聊' }).press('ArrowLeft');
    expect(await chat.element.locator('.message').count()).toBe(here);
  });

  it('replies to the bot by its reply button', async () => {
    const answer = await chat.ask('@jianbao_bot 从黑公路在哪里？');
    await answer.hover();
    await answer.getByRole('button', { name: '回复', exact: true }).click();
    expect(await chat.element.locator('.about').innerText()).toContain('回复 剪报');
    const reply = await chat.ask('连晴高温一共多少天？');
    expect(await quotation(reply).innerText()).toContain('41天');
    expect(await chat.outgoing.last().locator('.quoted').innerText()).toContain('剪报');
  });

  it('completes a mention', async () => {
    await chat.input.pressSequentially('问问 @jian');
    await chat.element.getByRole('option').first().waitFor();
    await chat.input.press('Enter');
    expect(await chat.input.inputValue()).toBe('问问 @jianbao_bot ');
  });

  it('lets one speak as another member', async () => {
    await chat.element.getByLabel('以谁的身份发言').selectOption({ label: '陈默' });
    const answer = await chat.ask('@jianbao_bot 从黑公路在哪里？');
    expect(await chat.incoming.locator('.author', { hasText: '陈默' }).count()).toBeGreaterThan(1);
    expect(await answer.locator('.quoted-author').innerText()).toBe('陈默');
  });

  it('shows what privacy mode keeps from the bot', async () => {
    await setPrivacy(true);
    await chat.say('@jianbao_bot 从黑公路在哪里？');
    await chat.outgoing.last().getByRole('img', { name: '机器人没有收到' }).waitFor();
    const answer = await chat.ask('/ask@jianbao_bot 从黑公路在哪里？');
    await chat.outgoing.last().getByRole('img', { name: '机器人收到了' }).waitFor();
    expect(await quotation(answer).innerText()).toContain('从黑公路');
    await setPrivacy(false);
    await chat.ask('@jianbao_bot 从黑公路在哪里？');
  });

  it('is answered as by a guest where the bot is no member', async () => {
    const settings = chat.element.getByRole('button', { name: '群设置' });
    await settings.click();
    await chat.element.getByText('不在群里', { exact: true }).click();
    await chat.element.getByText('5 位成员').waitFor({ state: 'detached' });
    const answer = await chat.ask('@jianbao_bot 连晴高温一共多少天？');
    expect(await quotation(answer).innerText()).toContain('41天');
    await chat.element.getByText('成员', { exact: true }).click();
    await chat.element.getByText('5 位成员 · 机器人在群里').waitFor();
  });
});
