import { fold } from '../../language/fold.js';
import { readList } from '../../language/read-list.js';

const phrases = readList(new URL('./small-talk.txt', import.meta.url));
/** Phrases are marked in the list where they are subjects as well (`?`), or may only stand beside others (`+`). */
const MARK = /^([+?]) /;

const SAID = matcherOf(markedAs(undefined));
const SUBJECT = matcherOf(markedAs('?'));
const BESIDE = matcherOf(markedAs('+'));

/** How far a text wants a friendly word and no clipping: not at all, for sure, or where the collection holds nothing of it. */
export type SmallTalk = 'no' | 'sure' | 'unless-held';

/** Whether a text is only a greeting, thanks or the like. */
export function smallTalkIn(text: string): SmallTalk {
  const bare = fold(text).replace(/[^\p{L}\p{N}\s]/gu, '');
  let talk: SmallTalk = 'no';
  let at = 0;
  while (at < bare.length) {
    const said = after(bare, at, SAID);
    const subject = said === undefined ? after(bare, at, SUBJECT) : undefined;
    const end = said ?? subject ?? after(bare, at, BESIDE);
    if (end === undefined) return 'no';
    if (said !== undefined) talk = 'sure';
    else if (subject !== undefined && talk === 'no') talk = 'unless-held';
    at = end;
  }
  return talk;
}

function markedAs(mark: string | undefined): string[] {
  return phrases
    .filter((phrase) => MARK.exec(phrase)?.[1] === mark)
    .map((phrase) => phrase.replace(MARK, ''));
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
