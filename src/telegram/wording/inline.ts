/** What the bot says of what it offers in the list of inline results. */
export interface InlineWording {
  /** Describes an article that is offered by its title. @param beginning of its text */
  readonly opens: (beginning: string) => string;
  /** Button under the article when it was sent: begins a question about it in the reader's own field. */
  readonly askAbout: string;
}

export const inlineZh: InlineWording = {
  opens: (beginning) => `文章开头：${beginning}`,
  askAbout: '问问这篇文章',
};

export const inlineZhHant: InlineWording = {
  opens: (beginning) => `文章開頭：${beginning}`,
  askAbout: '問問這篇文章',
};

export const inlineEn: InlineWording = {
  opens: (beginning) => `Article, begins: ${beginning}`,
  askAbout: 'Ask about this article',
};
