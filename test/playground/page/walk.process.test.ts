import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { accessibilityFaults } from './support/axe.js';
import { describeInBrowser } from './support/chromium.js';
import { Chat, quotation } from './support/pane.js';
import { PICTURES, picture } from './support/pictures.js';
import { SIZES, type Size, useVisits } from './support/visit.js';

/** What two papers of an invented county printed in six weeks. */
const TOWN = fileURLToPath(new URL('support/town', import.meta.url));
/** Answers what the others do not. */
const NEWS = `---
publication: 芦湾晨报
date: 2025-11-20
page: 1
---

# 县游泳馆下月开门

本报讯（记者 贺小满）芦湾县游泳馆12月6日试开放，每天9:00开门、21:00关门，成人门票25元。
`;

type Look = readonly [size: Size, colorScheme: 'light' | 'dark'];
/** As most people see it; whoever wants pictures gets all four. */
const LOOKS: readonly Look[] =
  PICTURES === ''
    ? [['narrow', 'light']]
    : [
        ['narrow', 'light'],
        ['narrow', 'dark'],
        ['desktop', 'light'],
        ['desktop', 'dark'],
      ];

/** One reader, one morning: each step goes on from where the one before ended. */
for (const [size, colorScheme] of LOOKS)
  describeInBrowser(`a walk, ${size}, ${colorScheme}`, () => walk(size, colorScheme));

function walk(size: Size, colorScheme: 'light' | 'dark'): void {
  const visits = useVisits(TOWN);
  let page: Page;
  let chat: Chat;
  let step = 0;

  beforeAll(async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    page = await visits.visit({ size, colorScheme, permissions, lasting: true });
    chat = new Chat(page, 'private');
    // They are read first, which nobody has to wait for who takes no pictures.
    if (PICTURES !== '') await chat.element.locator('.welcome .suggestion').first().waitFor();
    await shown('welcome');
  });
  beforeEach(() => {
    step += 1;
  });
  afterEach(() => shown('after'));

  /** Pictures are numbered by the step that they belong to. */
  const shown = (what: string): Promise<void> =>
    picture(page, `${size}-${colorScheme}-${String(step).padStart(2, '0')}-${what}`);
  const told = (text: string): Promise<void> => page.getByRole('status').getByText(text).waitFor();
  const keys = (message: Locator): Promise<string[]> => message.locator('.key').allInnerTexts();
  /** What stands above the quotation. */
  const firstLine = async (message: Locator): Promise<string> =>
    (await message.locator('.rich-text').innerText()).split('\n')[0] ?? '';

  it('asks: the printed words, the answer in bold, where it stands', async () => {
    const answer = await chat.ask('望月桥全长多少米？');
    expect(await quotation(answer).locator('strong').allInnerTexts()).toEqual(['486米']);
    expect(await answer.locator('a').first().innerText()).toBe('《望月桥主跨合龙》');
    expect(await answer.innerText()).toContain('芦湾晨报 · 2025年9月28日 · 第3版');
    // Whoever listens hears who speaks and what is replied to, and nothing of what is only drawn.
    const heard = await answer.ariaSnapshot();
    expect(heard).toMatch(/- paragraph: 剪报 Jianbao\n.*- button "回复的是 来宾 望月桥全长多少米？"/);
    expect(heard).not.toContain('”');
  });

  it('doubts: what only may answer says so, and nothing of it is bold', async () => {
    const answer = await chat.ask('望月桥是谁设计的？');
    expect(await firstLine(answer)).toMatch(/^答案可能在这里/);
    expect(await quotation(answer).locator('strong').count()).toBe(0);
  });

  it('opens the article: what was quoted stands open, the rest can be unfolded', async () => {
    const answer = await chat.ask('罗水生撑了多少年船？');
    const before = await quotation(answer).innerText();
    await chat.key(answer, '全文').click();
    const unfold = answer.getByRole('button', { name: '展开全文' });
    await unfold.first().waitFor();
    await shown('opened');
    await unfold.first().click();
    await answer.getByText('孩子后来在县中学教书').waitFor();
    expect(await answer.innerText()).toContain(before.slice(0, 10));
  });

  it('turns its pages, and goes back to the answer', async () => {
    const article = chat.bot.last();
    await chat.key(article, '›').last().click();
    await chat.key(article, '2/2').waitFor();
    expect(await article.innerText()).toContain('回家吃饭');
    await shown('page');
    await chat.key(article, '返回').press('Enter');
    await article.locator('strong').waitFor();
    // No other button has slipped under the finger.
    expect(await article.and(page.locator(':focus')).count()).toBe(1);
  });

  it('follows up twice: what is meant is told, and answered', async () => {
    await chat.ask('观鸟船几点开？');
    const price = await chat.ask('票价呢？');
    expect(await firstLine(price)).toContain('承前：');
    expect(await quotation(price).innerText()).toContain('30元');
    const student = await chat.ask('学生呢？');
    expect(await firstLine(student)).toContain('承前：');
    expect(await quotation(student).innerText()).toContain('15元');
  });

  it('changes the subject: nothing of what came before clings to it', async () => {
    const answer = await chat.ask('望月桥什么时候通车？');
    expect(await answer.innerText()).not.toContain('承前');
    expect(await quotation(answer).locator('strong').allInnerTexts()).toEqual(['12月28日']);
  });

  it('takes a limit away and puts it back; several places are counted', async () => {
    const answer = await chat.ask('9月图书馆几点闭馆？');
    expect(await quotation(answer).innerText()).toContain('17:00');
    await shown('limited');
    await chat.key(answer, '9月 ✕').press('Enter');
    await chat.key(answer, '9月 ＋').waitFor();
    // Rows have come above it; the keyboard is still on it.
    expect(await chat.key(answer, '9月 ＋').and(page.locator(':focus')).count()).toBe(1);
    await chat.key(answer, '另有 2 处').waitFor();
    await shown('free');
    await chat.key(answer, '›').click();
    await quotation(answer).getByText('21:30').waitFor();
    await chat.key(answer, '9月 ＋').click();
    await chat.key(answer, '9月 ✕').waitFor();
    expect(await quotation(answer).innerText()).toContain('17:00');
  });

  it('is refused: the words that occur nowhere are named, and nothing is made up', async () => {
    const answer = await chat.ask('火星上有几座加油站？');
    expect(await answer.innerText()).toMatch(/没有找到答案[\s\S]*没有出现过：.*火星/);
    expect(await answer.locator('blockquote').count()).toBe(0);
  });

  it('subscribes: the button says what it did, and how to undo it', async () => {
    const answer = await chat.ask('游泳馆门票多少钱？');
    await chat.key(answer, '有答案了告诉我').press('Enter');
    await told('记下了');
    await shown('noted');
    await chat.key(answer, '不用告诉我了').and(page.locator(':focus')).waitFor();
    await visits.save('morning-2025-11-20.md', NEWS);
  });

  it('copies the source, and shares the clipping with friends', async () => {
    const answer = chat.bot.filter({ hasText: '12月28日通车' }).last();
    await chat.key(answer, '复制出处').click();
    await told('已复制');
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/《望月桥主跨合龙》.*芦湾晨报/);
    await chat.key(answer, '转发').click();
    await shown('choice');
    await page.getByRole('dialog').getByRole('button', { name: '周末走走' }).click();
    const friends = new Chat(page, 'elsewhere');
    await friends.element.getByRole('option').first().waitFor();
    await shown('offered');
    await friends.input.press('Enter');
    const sent = friends.outgoing.last();
    await sent.getByText('来自 @jianbao_bot').waitFor();
    expect(await quotation(sent).innerText()).toContain('12月28日通车');
  });

  it('judges: with a button, with a reaction, with the right reading of a misprint', async () => {
    if (size === 'narrow') await page.getByRole('button', { name: '私聊' }).click();
    const answer = chat.bot.filter({ hasText: '12月28日通车' }).last();
    await chat.key(answer, '有用').click();
    await told('谢谢，记下了');
    await answer.locator('.bubble').click();
    await answer.getByRole('button', { name: '表情回应' }).click();
    await shown('picker');
    await page.getByRole('group', { name: '表情回应' }).getByRole('button', { name: '👍' }).click();
    await answer.getByRole('button', { name: /^👍 1/ }).waitFor();
    await chat.key(answer, '错字').click();
    await chat.element.getByPlaceholder('正确的写法').waitFor();
    await shown('asked');
    await chat.say('苏明远');
    await chat.bot.filter({ hasText: '谢谢，会转给管理员' }).waitFor();
  });

  it('is told when a new article answers, as a reply to what was asked', async () => {
    const alert = chat.bot.filter({ hasText: '之前问的' });
    await alert.waitFor({ timeout: 30_000 });
    expect(await firstLine(alert)).toBe('之前问的“游泳馆门票多少钱？”，新收的文章里有答案了：');
    expect(await quotation(alert).innerText()).toContain('9:00开门');
    expect(await alert.locator('.quoted').innerText()).toContain('游泳馆门票多少钱');
    expect((await keys(alert)).at(-1)).toBe('其他的不用告诉我了');
  });

  it('and finds all of it within the window, and open to everybody', async () => {
    expect(await accessibilityFaults(page)).toEqual([]);
    const { width } = SIZES[size].viewport;
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });
}
