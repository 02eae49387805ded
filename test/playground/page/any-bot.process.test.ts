import type { InlineKeyboardButton, Message, MessageEntity } from '@grammyjs/types';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../../playground/playground.js';
import { accepted } from '../support/api.js';
import { describeInBrowser, launchChromium } from './support/chromium.js';
import { Chat } from './support/pane.js';

/** What the page can show and this project's bot does not send: the server serves any bot. */
describeInBrowser('whatever a bot does, the page shows', () => {
  let browser: Browser;
  let playground: Playground;
  let page: Page;
  let chat: Chat;
  let visitor: number;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    playground = await startPlayground();
    page = await browser.newPage({ locale: 'zh-CN', reducedMotion: 'reduce' });
    await page.goto(playground.url);
    chat = new Chat(page, 'private');
    await chat.say('/start');
    await chat.outgoing.first().waitFor();
    visitor = Number(
      await page.evaluate("fetch('/playground/state').then((r) => r.json()).then((s) => s.demo.visitor)"),
    );
  });
  afterEach(async () => {
    await page.close();
    await playground.close();
  });

  async function send(parameters: Record<string, unknown>): Promise<Message> {
    const message = await accepted<Message>(playground, 'sendMessage', { chat_id: visitor, ...parameters });
    await chat.incoming.locator(`xpath=self::*[@data-id="${message.message_id}"]`).waitFor();
    return message;
  }

  it.each<[string, string, MessageEntity[], string]>([
    [
      'text that looks like HTML, as text',
      '<img src=x onerror=alert(1)> &amp;',
      [],
      '&lt;img src=x onerror=alert(1)&gt; &amp;amp;',
    ],
    [
      'entities within entities',
      '受害面积122.6亩',
      [
        { type: 'bold', offset: 0, length: 10 },
        { type: 'underline', offset: 4, length: 5 },
        { type: 'italic', offset: 4, length: 3 },
      ],
      '<strong>受害面积<u><em>122</em>.6</u>亩</strong>',
    ],
    [
      'code',
      'a b',
      [
        { type: 'code', offset: 0, length: 1 },
        { type: 'strikethrough', offset: 2, length: 1 },
      ],
      '<code>a</code> <s>b</s>',
    ],
    [
      'a quotation without an empty line after it',
      '引文\n出处',
      [{ type: 'blockquote', offset: 0, length: 2 }],
      '<blockquote>引文</blockquote>出处',
    ],
    ['surrogate pairs whole', '😀火😀', [{ type: 'bold', offset: 2, length: 1 }], '😀<strong>火</strong>😀'],
  ])('%s', async (_, text, entities, expected) => {
    await send({ text, entities });
    const html = await chat.incoming.last().locator('.rich-text').innerHTML();
    expect(html.replace(/<span class="meta">.*$/, '')).toBe(expected);
  });

  it('a spoiler when it is pressed', async () => {
    await send({ text: '答案是41天', entities: [{ type: 'spoiler', offset: 3, length: 3 }] });
    const spoiler = chat.incoming.last().locator('.spoiler');
    const color = (): Promise<string> =>
      page.evaluate<string>("getComputedStyle(document.querySelector('.spoiler')).color");
    expect(await color()).toBe('rgba(0, 0, 0, 0)');
    await spoiler.click();
    expect(await color()).not.toBe('rgba(0, 0, 0, 0)');
  });

  it('a long quotation folded, and all of it when asked', async () => {
    const text = '一行文字。\n'.repeat(20).trim();
    await send({ text, entities: [{ type: 'expandable_blockquote', offset: 0, length: text.length }] });
    const quotation = chat.incoming.last().locator('blockquote');
    const height = async (): Promise<number> => (await quotation.boundingBox())?.height ?? 0;
    const folded = await height();
    const top = async (): Promise<number | undefined> => (await quotation.boundingBox())?.y;
    const before = await top();
    await quotation.getByRole('button', { name: '展开全文' }).click();
    expect(await height()).toBeGreaterThan(folded * 2);
    // Whoever unfolds it is not led to its end.
    expect(await top()).toBe(before);
    await quotation.getByRole('button', { name: '收起' }).click();
    expect(await height()).toBe(folded);
  });

  it('a short one without a button', async () => {
    await send({ text: '一行', entities: [{ type: 'expandable_blockquote', offset: 0, length: 2 }] });
    const button = chat.incoming.last().getByRole('button', { name: '展开全文', includeHidden: true });
    await button.waitFor({ state: 'hidden' });
    // It is there, for when the window is made narrow.
    expect(await button.count()).toBe(1);
  });

  it('links: to the bot within the page, others in a window of their own', async () => {
    const links = [
      { type: 'text_link', offset: 0, length: 2, url: `https://t.me/${playground.bot.username}?start=x_1` },
      { type: 'text_link', offset: 3, length: 2, url: 'https://example.org/page' },
    ];
    await send({ text: '这里 那里', entities: links, link_preview_options: { is_disabled: true } });
    const message = chat.incoming.last();
    expect(await message.locator('a').nth(1).getAttribute('target')).toBe('_blank');
    await message.locator('a').first().click();
    await expect.poll(() => playground.messages(visitor).at(-1)?.text).toBe('/start x_1');
  });

  it('that it types, until it speaks', async () => {
    await accepted(playground, 'sendChatAction', { chat_id: visitor, action: 'typing' });
    const subtitle = chat.element.locator('.subtitle');
    await subtitle.filter({ hasText: '正在输入' }).waitFor();
    await send({ text: '好了' });
    await subtitle.filter({ hasText: '机器人' }).waitFor();
  });

  it('answers to a press: as a line, or as an alert that has to be closed', async () => {
    const reply_markup = { inline_keyboard: [[{ text: '按我', callback_data: 'x' }]] };
    const { message_id } = await send({ text: '按钮', reply_markup });
    const press = chat.key(chat.incoming.last(), '按我');
    const answer = async (parameters: Record<string, unknown>): Promise<void> => {
      await press.click();
      const updates = await accepted<{ update_id: number; callback_query?: { id: string } }[]>(
        playground,
        'getUpdates',
        {
          offset: -1,
          timeout: 5,
        },
      );
      const id = updates.at(-1)?.callback_query?.id;
      await accepted(playground, 'answerCallbackQuery', { callback_query_id: id, ...parameters });
    };
    await answer({ text: '一行提示' });
    await page.getByRole('status').getByText('一行提示').waitFor();
    await answer({ text: '要关掉的提示', show_alert: true });
    const alert = page.getByRole('dialog');
    expect(await alert.innerText()).toContain('要关掉的提示');
    await alert.getByRole('button').click();
    expect(await alert.isVisible()).toBe(false);

    await accepted(playground, 'editMessageText', { chat_id: visitor, message_id, text: '按钮没有了' });
    await press.waitFor({ state: 'detached' });
    await accepted(playground, 'deleteMessage', { chat_id: visitor, message_id });
    await chat.element.getByText('按钮没有了').waitFor({ state: 'detached' });
  });

  describe('buttons that do not ask the bot', () => {
    const keys = async (...buttons: InlineKeyboardButton[]): Promise<void> => {
      await send({ text: '按钮', reply_markup: { inline_keyboard: [buttons] } });
    };
    const press = (text: string): Promise<void> => chat.key(chat.incoming.last(), text).click();

    it('copy a text', async () => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await keys({ text: '复制出处', copy_text: { text: '《标题》 · 第3版' } });
      await press('复制出处');
      await page.getByRole('status').getByText('已复制').waitFor();
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe('《标题》 · 第3版');
    });

    it('begin an inline query here', async () => {
      await keys({ text: '补全', switch_inline_query_current_chat: '森林' });
      await press('补全');
      expect(await chat.input.inputValue()).toBe(`@${playground.bot.username} 森林`);
    });

    it.each<[string, Partial<InlineKeyboardButton>]>([
      ['of any kind', { switch_inline_query: '#a1' }],
      ['of chosen kinds', { switch_inline_query_chosen_chat: { query: '#a1', allow_group_chats: true } }],
    ])('begin one in another chat %s', async (_, button) => {
      await keys({ text: '转发', ...button } as InlineKeyboardButton);
      await press('转发');
      await page.getByRole('dialog').getByRole('button').first().click();
      const elsewhere = new Chat(page, 'elsewhere');
      expect(await elsewhere.input.inputValue()).toBe(`@${playground.bot.username} #a1`);
    });

    it('do nothing where they are disabled', async () => {
      await keys({ text: '已订阅', disabled: {} });
      expect(await chat.key(chat.incoming.last(), '已订阅').isDisabled()).toBe(true);
    });
  });
});
