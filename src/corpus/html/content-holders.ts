import { isPost } from './forum-facts.js';
import { attribute, type Element } from './tree.js';

/** What marks elements as those that hold the content. */
export interface Holder {
  test(element: Element): boolean;
  /**
   * Whether each of several holds a part of the content, however little, as the posts of a thread do; else one of them is it, where
   * most text is in it.
   */
  readonly isPart: boolean;
}

/**
 * Names that widespread systems give the element of the content: WeChat; Founder (`ozoom`, `founder-content`), TRS and
 * UCAP of Chinese authorities and papers; WordPress, Hexo and others.
 */
const IDS =
  /^(?:js_content|ozoom|zoom|ucap-content|artibody|article-content|main-content|cnblogs_post_body)$/i;
const CLASSES =
  /(?:^|\s)(?:rich_media_content|trs_editor|trs_ueditor|article-content|article-body|articlebody|entry-content|post-content|post-body|markdown-body)(?:\s|$)/i;

/** The most telling first. */
export const HOLDERS: readonly Holder[] = [
  { test: isPost, isPart: true },
  { test: ({ tagName }) => tagName === 'founder-content', isPart: true },
  { test: (element) => isNamedHolder(element), isPart: false },
  { test: ({ tagName }) => tagName === 'article', isPart: false },
  { test: ({ tagName }) => tagName === 'main', isPart: false },
];

/** Whether an element has the name that a widespread system gives the content. */
export function isNamedHolder(element: Element): boolean {
  return (
    IDS.test(attribute(element, 'id')) ||
    CLASSES.test(attribute(element, 'class')) ||
    attribute(element, 'itemprop') === 'articleBody'
  );
}
