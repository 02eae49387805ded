import { attribute, type Element, elementsOf } from './tree.js';

/** Elements that hold no text for readers, or only text around the main content. */
const ELEMENTS: ReadonlySet<string> = new Set(
  'script style noscript template head nav footer aside button select textarea svg math iframe object video audio canvas dialog menu rp rt'.split(
    ' ',
  ),
);
const ROLES = /^(?:navigation|banner|contentinfo|complementary|search|menu|menubar|dialog|alert)$/;
/** Words in the names that pages give to what stands around the main content. */
const NAMES =
  /(?:^|[-_\s])(?:nav(?:bar|igation)?|menu|breadcrumbs?|sidebar|footer|comments?|related|recommend(?:ed|ations?)?|share|sharing|social|pagination|pager|advert(?:isement)?|ads?|copyright|cookie|newsletter|subscribe|toolbar|hidden)(?:$|[-_\s])/i;
/** Elements that are the content even where their name says otherwise, as in `<body class="nav-open">`. */
const KEPT: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article', 'h1', 'p']);

/** Whether an element holds no text of the content, by what it is: it is passed over with all that is in it. */
export function isNoText(element: Element): boolean {
  return ELEMENTS.has(element.tagName) || isHidden(element) || ROLES.test(attribute(element, 'role'));
}

/** Whether an element stands around the content, by the name that the page gives it. */
export function isNamedAside(element: Element): boolean {
  const { tagName } = element;
  if (KEPT.has(tagName)) return false;
  const named = NAMES.test(attribute(element, 'class')) || NAMES.test(attribute(element, 'id'));
  return (named || tagName === 'header') && !holdsArticle(element);
}

function isHidden(element: Element): boolean {
  return (
    element.attrs.some(({ name }) => name === 'hidden') ||
    attribute(element, 'aria-hidden') === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(element, 'style'))
  );
}

/** Whether the headline or the whole of the content is in it. */
function holdsArticle(element: Element): boolean {
  return (
    elementsOf(element, ({ tagName }) => tagName === 'h1' || tagName === 'article' || tagName === 'main')
      .length > 0
  );
}
