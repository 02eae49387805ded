import { isStruckOut } from '../struck-out.js';
import { isNamedHolder } from './content-holders.js';
import { isPost } from './forum-facts.js';
import { attribute, type Element, elementsOf, isElement, type Parent } from './tree.js';

/**
 * Elements that hold no text for readers, or only text around the main content; in `ignore_js_op` Discuz has how large an attachment
 * is and how often it was fetched.
 */
const ELEMENTS: ReadonlySet<string> = new Set(
  'script style noscript template head nav footer aside button select textarea svg math ignore_js_op iframe object video audio canvas dialog menu rp rt'.split(
    ' ',
  ),
);
const ROLES = /^(?:navigation|banner|contentinfo|complementary|search|menu|menubar|dialog|alert)$/;
/** Words in the names that pages give to what stands around the main content. */
const NAMES =
  /(?:^|[-_\s])(?:nav(?:bar|igation)?|menu|(?:bread-?)?crumbs?|sidebar|foot(?:er)?|comments?|respond|related|recommend(?:ed|ations?)?|share|sharing|bdsharebuttonbox|social|pagination|pager|prev-?next|post-nav|advert(?:isement)?|ads?|copyright|cookie|newsletter|subscribe|toolbar|friend-?links?|hidden|toc|pstatus|jammer)(?:$|[-_\s])/i;
/** What stands around the posts of a thread: who writes, what they write below every post, what may be done with it. */
const AROUND_POSTS = /(?:^|\s)(?:sign|signature|postprofile|pls|po|pob|cm|psth|ft)(?:$|\s)/;
/** Elements that are the content even where their name says otherwise, as in `<body class="nav-open">`. */
const KEPT: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article', 'h1', 'p']);
/** WeChat hides the content until its scripts have run; saved pages keep it so. */
const SHOWN_LATER = 'js_content';

/** Whether an element holds no text of the content, by what it is: it is passed over with all that is in it. */
export function isNoText(element: Element): boolean {
  const { tagName } = element;
  return (
    ELEMENTS.has(tagName) ||
    isStruckOut(element) ||
    isHidden(element) ||
    ROLES.test(attribute(element, 'role'))
  );
}

/** Tells which elements of a document stand around the content, by the names that the page gives them. */
export function namedAsides(document: Parent): (element: Element) => boolean {
  const holding = holdersOfArticle(document);
  const isThread = elementsOf(document, isPost).length > 0;
  return (element) => {
    const { tagName } = element;
    if (KEPT.has(tagName) || holding.has(element)) return false;
    const names = [attribute(element, 'class'), attribute(element, 'id')];
    return (
      tagName === 'header' || names.some((name) => NAMES.test(name) || (isThread && AROUND_POSTS.test(name)))
    );
  };
}

/** The elements in which the headline or the whole of the content is. */
function holdersOfArticle(document: Parent): ReadonlySet<Parent> {
  const holding = new Set<Parent>();
  for (const element of elementsOf(document, isArticle))
    for (let at: Parent | null = element; at && !holding.has(at); at = isElement(at) ? at.parentNode : null)
      holding.add(at);
  return holding;
}

function isArticle(element: Element): boolean {
  const { tagName } = element;
  return (
    tagName === 'h1' ||
    tagName === 'article' ||
    tagName === 'main' ||
    isNamedHolder(element) ||
    isPost(element)
  );
}

function isHidden(element: Element): boolean {
  const style = attribute(element, 'style');
  if (attribute(element, 'id') === SHOWN_LATER) return false;
  return (
    element.attrs.some(({ name }) => name === 'hidden') ||
    attribute(element, 'aria-hidden') === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
  );
}
