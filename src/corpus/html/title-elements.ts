import { attribute, type Element, elementsOf, type Parent, walk } from './tree.js';

/** Texts that a page sets as titles are set, in whatever elements. */
export interface SetTitles {
  /** In elements of such a name (`class="news-title"`, `class="bt"`) or in larger letters. */
  readonly clear: ReadonlySet<string>;
  /** In bold letters. */
  readonly bold: ReadonlySet<string>;
}

/** Longest title in UTF-16 units, blanks aside. */
const LONGEST = 60;
/** An element that holds more than so many steps to walk is no title. */
const MOST_STEPS = 40;
/** What pages call the title: `title`, `newstitle`, `tit`, `wzbt` (文章标题). */
const TITLE = /^([a-z]{0,12}?)(?:title|tit|biaoti|headline|bt)\d{0,2}$/;
/** What stands beside that name where it is the title of something else. */
const OTHERS =
  /^(?:sub|small|fu|list|nav|side|left|right|sidebar|menu|box|panel|mod|module|block|col|column|widget|section|sec|related|rel|more|tab|card|item|foot|footer|head|header|site|logo|hot|link|links|channel|lanmu|search|login|group|info|meta|img|pic|photo|table|comment|cate|category|common|copy|ad)$/;
const BOLD: ReadonlySet<string> = new Set(['b', 'strong']);
/** From 18 pixels or 14 points on; text has 14 to 16 pixels. */
const LARGE_STYLE =
  /font-size\s*:\s*(?:(?:1[89]|[2-9]\d)(?:\.\d+)?px|(?:1[4-9]|[2-9]\d)(?:\.\d+)?pt|x{1,2}-large|(?:1\.[3-9]|[2-4])\d*r?em)/i;
const BOLD_STYLE = /font-weight\s*:\s*(?:bold|[6-9]00)/i;

/**
 * Gathers the short texts that a document sets as titles, without blanks. Where a long text or a sentence is set in large or in bold letters,
 * these tell nothing.
 */
export function setTitles(document: Parent): SetTitles {
  const textsOf = (test: (element: Element) => boolean) => elementsOf(document, test).map(shortText);
  const telling = (texts: readonly (string | undefined)[]) => (texts.some(isRunning) ? [] : texts);
  const named = textsOf(isNamedTitle);
  const large = telling(textsOf(isLarge));
  const bold = telling(textsOf(isBold));
  const found = (texts: readonly (string | undefined)[]) => new Set(texts.flatMap((text) => text || []));
  return { clear: found([...named, ...large]), bold: found(bold) };
}

function isRunning(text: string | undefined): boolean {
  return text === undefined || text.endsWith('。');
}

function isNamedTitle(element: Element): boolean {
  const names = `${attribute(element, 'class')} ${attribute(element, 'id')}`.toLowerCase().split(/\s+/u);
  return names.some((name) => {
    const words = name.split(/[-_]/u);
    const isTitle = words.some((word) => {
      const before = TITLE.exec(word)?.[1];
      return before !== undefined && !OTHERS.test(before);
    });
    return isTitle && !words.some((word) => OTHERS.test(word));
  });
}

function isLarge(element: Element): boolean {
  const { tagName } = element;
  if (tagName === 'big') return true;
  if (tagName === 'font' && /^(?:[4-7]|\+[1-4])$/.test(attribute(element, 'size'))) return true;
  return LARGE_STYLE.test(attribute(element, 'style'));
}

function isBold(element: Element): boolean {
  return BOLD.has(element.tagName) || BOLD_STYLE.test(attribute(element, 'style'));
}

/** The text of an element without blanks; `undefined` where it is too long for a title. */
function shortText(element: Element): string | undefined {
  let [text, steps] = ['', 0];
  for (const step of walk(element)) {
    if (++steps > MOST_STEPS) return undefined;
    if (step.kind === 'text') text += step.text.value.slice(0, LONGEST * 4).replace(/\s+/gu, '');
    if (text.length > LONGEST) return undefined;
  }
  return text;
}
