import type { Locator, Page } from 'playwright-core';

/** One of the three chats, by what a person sees and does in it. */
export class Chat {
  readonly element: Locator;
  readonly input: Locator;
  /** Bubbles on the other side, and on the visitor's. */
  readonly incoming: Locator;
  readonly outgoing: Locator;

  constructor(page: Page, name: 'private' | 'group' | 'elsewhere') {
    this.element = page.locator(`[data-pane=${name}]`);
    this.input = this.element.locator('textarea');
    this.incoming = this.element.locator('.message.in');
    this.outgoing = this.element.locator('.message.out');
  }

  /** Types and presses Enter. */
  async say(text: string): Promise<void> {
    await this.input.fill(text);
    await this.input.press('Enter');
  }

  /** Says something and waits for the bot's answer to it. */
  async ask(text: string): Promise<Locator> {
    const before = await this.bot.count();
    await this.say(text);
    const answer = this.bot.nth(before);
    await answer.waitFor();
    return answer;
  }

  /** What the bot has said here. */
  get bot(): Locator {
    return this.element.locator('.message.in:has(.author:text("剪报"))');
  }

  /** A button beneath a message. */
  key(message: Locator, text: string): Locator {
    // An arrow alone is one that turns pages; others end with one.
    return message.locator('.key', {
      hasText: text === '›' || text === '‹' ? new RegExp(`^${text}$`) : text,
    });
  }
}

/** The text of the quotation in an answer. */
export function quotation(message: Locator): Locator {
  return message.locator('blockquote').first();
}
