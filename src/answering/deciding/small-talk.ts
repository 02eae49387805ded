import { fold } from '../../language/fold.js';
import { readList } from '../../language/read-list.js';

const phrases = readList(new URL('./small-talk.txt', import.meta.url));
/** Phrases that may stand beside small talk are marked so in the list. */
const BESIDE_MARK = /^\+ /;

const SAID = matcherOf(phrases.filter((phrase) => !BESIDE_MARK.test(phrase)));

const BESIDE = matcherOf(
  phrases.filter((phrase) => BESIDE_MARK.test(phrase)).map((phrase) => phrase.replace(BESIDE_MARK, '')),
);

/** Whether a text is only a greeting, thanks or the like, which wants a friendly word and no clipping. */
export function isSmallTalk(text: string): boolean {
  const bare = fold(text).replace(/[^\p{L}\p{N}\s]/gu, '');
  let said = false;
  let at = 0;
  while (at < bare.length) {
    const spoken = after(bare, at, SAID);
    const end = spoken ?? after(bare, at, BESIDE);
    if (end === undefined) return false;
    said ||= spoken !== undefined;
    at = end;
  }
  return said;
}

/** Where the longest phrase that stands at a place ends. One look a place: no text takes long. */
function after(text: string, at: number, phrases: RegExp): number | undefined {
  phrases.lastIndex = at;
  return phrases.test(text) ? phrases.lastIndex : undefined;
}

/** Matches any of the phrases, the longest that fits, with the blanks after it. */
function matcherOf(phrases: readonly string[]): RegExp {
  const forms = phrases
    .toSorted((a, b) => b.length - a.length)
    .map((phrase) => (/[a-z]/.test(phrase) ? `${phrase.replaceAll(' ', '\\s+')}(?![a-z])` : phrase));
  return new RegExp(`\\s*(?:${forms.join('|')})\\s*`, 'y');
}
