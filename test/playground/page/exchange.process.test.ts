import type { Message } from '@grammyjs/types';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DemoChats, type Playground, startPlayground } from '../../../playground/playground.js';
import { accepted } from '../support/api.js';
import { accessibilityFaults } from './support/axe.js';
import { describeInBrowser, launchChromium } from './support/chromium.js';
import { Chat } from './support/pane.js';
import { SIZES } from './support/visit.js';

/** A PNG of one pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** What goes between a bot and people besides words and buttons. */
describeInBrowser('on the page', () => {
  let browser: Browser;
  let playground: Playground;
  let page: Page;
  let demo: DemoChats;
  let privately: Chat;
  let group: Chat;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    playground = await startPlayground({ bot: { firstName: '剪报' } });
    await open();
    demo = await page.evaluate<DemoChats>(
      "fetch('/playground/state').then((answer) => answer.json()).then((state) => state.demo)",
    );
    playground.setBot(demo.group, 'administrator');
    playground.start(demo.visitor);
    await privately.outgoing.first().waitFor();
  });
  afterEach(async () => {
    await page.close();
    await playground.close();
  });

  async function open(look: object = {}): Promise<void> {
    page = await browser.newPage({ locale: 'zh-CN', reducedMotion: 'reduce', ...look });
    page.setDefaultTimeout(15_000);
    await page.goto(playground.url);
    await page.locator('.pane').first().waitFor();
    privately = new Chat(page, 'private');
    group = new Chat(page, 'group');
  }

  const send = (chat: number, more: object = {}): Promise<Message> =>
    accepted<Message>(playground, 'sendMessage', { chat_id: chat, text: '原文', ...more });
  const whisper = (receiver: number, more: object = {}): Promise<Message> =>
    send(demo.group, { ephemeral_message_parameters: { receiver_user_id: receiver }, ...more });
  const member = (username: string): number => {
    const [of] = playground.messages(demo.group).filter(({ from }) => from?.username === username);
    return of?.from?.id ?? 0;
  };
  const speakAs = (name: string) => group.element.getByLabel('以谁的身份发言').selectOption({ label: name });

  describe('a message that one person sees', () => {
    const reply_markup = { inline_keyboard: [[{ text: '看看', callback_data: 'look' }]] };

    it('says so, and is seen by whoever speaks as that person', async () => {
      await whisper(demo.visitor);
      await group.element.getByText('只有你看得见').waitFor();
      await whisper(member('mochen'), { text: '给陈默' });
      expect(await group.element.getByText('给陈默').count()).toBe(0);
      await speakAs('陈默');
      await group.element.getByText('只有陈默看得见').waitFor();
      expect(await group.element.getByText('只有你看得见').count()).toBe(0);
      await page.reload();
      await group.element.getByText('只有你看得见').waitFor();
    });

    it('has buttons that its receiver presses, is changed in its place, and goes when the bot deletes it', async () => {
      const { ephemeral_message_id } = await whisper(member('mochen'), { reply_markup });
      await speakAs('陈默');
      const queries: unknown[] = [];
      playground.subscribe((event) => {
        const query = event.type === 'update' ? event.update.callback_query : undefined;
        if (!query) return;
        queries.push({ from: query.from.first_name, id: query.message?.ephemeral_message_id });
        void accepted(playground, 'answerCallbackQuery', { callback_query_id: query.id, text: '好' });
      });
      const shown = group.element.locator('.message.for-one');
      await shown.locator('.key').click();
      await page.getByRole('status').getByText('好', { exact: true }).waitFor();
      expect(queries).toEqual([{ from: '陈默', id: ephemeral_message_id }]);
      const named = {
        chat_id: demo.group,
        receiver_user_id: member('mochen'),
        ephemeral_message_id,
      };
      await accepted(playground, 'editEphemeralMessageText', { ...named, text: '改过了' });
      await shown.getByText('改过了').waitFor();
      expect(await shown.count()).toBe(1);
      await accepted(playground, 'deleteEphemeralMessage', named);
      await shown.waitFor({ state: 'detached' });
    });

    it('offers neither a reply nor a reaction', async () => {
      await whisper(demo.visitor);
      const shown = group.element.locator('.message.for-one');
      await shown.hover();
      expect(await shown.locator('.actions button').count()).toBe(0);
    });
  });

  describe('a reaction', () => {
    const told = (): unknown[] => {
      const seen: unknown[] = [];
      playground.subscribe((event) => {
        const reaction = event.type === 'update' ? event.update.message_reaction : undefined;
        if (reaction) seen.push(reaction.new_reaction.map((one) => ('emoji' in one ? one.emoji : '')));
      });
      return seen;
    };

    it('is chosen beside the message, counted beneath it, and taken back with a tap', async () => {
      await accepted(playground, 'getUpdates', { allowed_updates: ['message_reaction'] });
      const seen = told();
      await send(demo.visitor);
      const message = privately.incoming.last();
      await message.hover();
      await message.getByRole('button', { name: '表情回应' }).click();
      await page.getByRole('group', { name: '表情回应' }).getByRole('button', { name: '👎' }).click();
      const chip = message.getByRole('button', { name: '👎 1：来宾' });
      await chip.waitFor();
      expect(await chip.getAttribute('aria-pressed')).toBe('true');
      await chip.click();
      await chip.waitFor({ state: 'detached' });
      expect(seen).toEqual([['👎'], []]);
    });

    it('of several people is counted, and survives a reload', async () => {
      const { message_id } = await send(demo.group);
      playground.react(demo.group, message_id, member('mochen'), ['❤']);
      playground.react(demo.group, message_id, member('lanzhou'), ['❤']);
      const message = group.bot.last();
      await message.getByRole('button', { name: '❤️ 2：陈默、周岚' }).click();
      await message.getByRole('button', { name: '❤️ 3：陈默、周岚、来宾' }).waitFor();
      await page.reload();
      await message.getByRole('button', { name: '❤️ 3：陈默、周岚、来宾' }).waitFor();
    });

    it('is given and left by keyboard alone', async () => {
      await send(demo.visitor);
      await privately.bot.last().waitFor();
      await privately.input.focus();
      const button = privately.bot.last().getByRole('button', { name: '表情回应' });
      await page.keyboard.press('Shift+Tab');
      for (let stop = 0; stop < 5 && !(await isFocused(button)); stop += 1)
        await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
      const picker = page.getByRole('group', { name: '表情回应' });
      expect(await isFocused(picker.getByRole('button', { name: '👍' }))).toBe(true);
      await page.keyboard.press('Escape');
      expect(await picker.isVisible()).toBe(false);
      expect(await isFocused(button)).toBe(true);
      await page.keyboard.press('Enter');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await privately.bot.last().getByRole('button', { name: '👎 1：来宾' }).waitFor();
      expect(await isFocused(button)).toBe(true);
    });

    const isFocused = async (target: ReturnType<Page['locator']>): Promise<boolean> =>
      (await target.and(page.locator(':focus')).count()) > 0;
  });

  describe('a bot that asks back', () => {
    const reply_markup = { force_reply: true, selective: true, input_field_placeholder: '正确的写法' };

    it('finds the field open as a reply', async () => {
      const { message_id } = await send(demo.visitor, { reply_markup });
      await privately.element.getByPlaceholder('正确的写法').waitFor();
      expect(await privately.element.locator('.about').innerText()).toContain('回复 剪报');
      await privately.say('望月闸');
      await privately.outgoing.last().locator('.quoted').waitFor();
      expect(playground.messages(demo.visitor).at(-1)?.reply_to_message?.message_id).toBe(message_id);
      expect(await privately.input.getAttribute('placeholder')).toBe('问点什么……');
    });

    it('opens it for nobody but those whom it asks', async () => {
      const mochen = member('mochen');
      const asked = playground.say(demo.group, mochen, '这里印错了');
      await send(demo.group, { reply_markup, reply_parameters: { message_id: asked.message_id } });
      await group.bot.last().waitFor();
      expect(await group.element.locator('.about').isVisible()).toBe(false);
      await speakAs('陈默');
      await send(demo.group, { reply_markup, reply_parameters: { message_id: asked.message_id } });
      await group.element.getByPlaceholder('正确的写法').waitFor();
    });

    it('and takes its question back, leaves the field as it was', async () => {
      const { message_id } = await send(demo.visitor, { reply_markup });
      await privately.element.getByPlaceholder('正确的写法').waitFor();
      await accepted(playground, 'deleteMessage', { chat_id: demo.visitor, message_id });
      await privately.element.getByPlaceholder('问点什么……').waitFor();
    });
  });

  describe('files', () => {
    it('that are pictures are shown with their caption', async () => {
      const body = new FormData();
      body.set('chat_id', String(demo.visitor));
      body.set('caption', '每天的提问数');
      body.set('photo', new Blob([PICTURE]), 'stats.png');
      const call = `${playground.apiRoot}/bot${playground.token}/sendPhoto`;
      expect((await fetch(call, { method: 'POST', body })).status).toBe(200);
      const message = privately.bot.last();
      const picture = message.getByRole('img', { name: '图片' });
      await picture.waitFor();
      await expect.poll(() => page.evaluate("document.querySelector('.picture img').naturalWidth")).toBe(1);
      expect(await message.innerText()).toContain('每天的提问数');
    });

    it('are sent by the person with the paper clip, with words or without', async () => {
      const file = { name: '公告.md', mimeType: 'text/markdown', buffer: Buffer.from('# 通航') };
      const clip = privately.element.locator('input[type=file]');
      await clip.setInputFiles(file);
      await privately.element.getByText('公告.md').waitFor();
      await privately.say('请收下');
      await privately.outgoing.last().getByRole('link', { name: '公告.md' }).waitFor();
      const sent = playground.messages(demo.visitor).at(-1);
      expect(sent).toMatchObject({ caption: '请收下', document: { file_name: '公告.md', file_size: 8 } });

      await clip.setInputFiles({ ...file, name: '另一篇.md' });
      await privately.element.getByRole('button', { name: '发送', exact: true }).click();
      await privately.outgoing.last().getByRole('link', { name: '另一篇.md' }).waitFor();
      expect(playground.messages(demo.visitor).at(-1)).not.toHaveProperty('caption');
    });

    it('can be left out again, and come to the disk from a message', async () => {
      const clip = privately.element.locator('input[type=file]');
      const buffer = Buffer.from('正文');
      await clip.setInputFiles({ name: '甲.txt', mimeType: 'text/plain', buffer });
      await privately.element.getByRole('button', { name: '取消' }).click();
      expect(await privately.element.getByRole('button', { name: '发送', exact: true }).isDisabled()).toBe(
        true,
      );

      playground.say(demo.visitor, demo.visitor, '', { file: { name: '乙.txt', content: buffer } });
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        privately.outgoing.last().getByRole('link', { name: '乙.txt' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('乙.txt');
    });
  });

  it.each([
    ['desktop', 'light', 'zh-CN'],
    ['narrow', 'dark', 'zh-CN'],
    ['narrow', 'light', 'en-GB'],
  ] as const)('all of it is accessible and fits: %s, %s, %s', async (size, colorScheme, locale) => {
    await page.close();
    await open({ ...SIZES[size], colorScheme, locale });
    await whisper(demo.visitor, {
      reply_markup: { inline_keyboard: [[{ text: '看', callback_data: 'a' }]] },
    });
    const { message_id } = await send(demo.group);
    playground.react(demo.group, message_id, member('mochen'), ['👍']);
    playground.react(demo.group, message_id, demo.visitor, ['🔥']);
    const file = { name: `${'很长的名字'.repeat(12)}.md`, content: '正文' };
    playground.say(demo.visitor, demo.visitor, '', { file });
    await send(demo.visitor, { reply_markup: { force_reply: true } });
    await privately.element.locator('.about').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    if (size === 'narrow') await page.locator('[data-tab=group]').click();
    const tapped = group.bot.last();
    await tapped.locator('.bubble').click();
    if (size === 'narrow') {
      const [message, button] = [
        await tapped.boundingBox(),
        await tapped.locator('[data-focus=react]').boundingBox(),
      ];
      // At its upper edge, where they cover no button.
      expect(button?.y).toBeLessThan((message?.y ?? 0) + 10);
    }
    await tapped.locator('[data-focus=react]').click();
    const picker = await page.locator('.picker:popover-open').boundingBox();
    const { width } = page.viewportSize() ?? { width: 0 };
    expect(picker?.x).toBeGreaterThanOrEqual(0);
    expect((picker?.x ?? 0) + (picker?.width ?? 0)).toBeLessThanOrEqual(width);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });
});
