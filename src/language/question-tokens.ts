import { dictionaryTag, UNKNOWN_TAG } from './dictionary.js';
import type { Range } from './range.js';
import { SAME_MEANING } from './same-meaning.js';
import { type Token, tag } from './segment.js';

/**
 * The words of a question as people mean them, where segmentation, which is made for texts, cuts them otherwise.
 * @param folded the folded question
 * @param tokens as it was cut
 * @param asking where its asking words stand
 */
export function questionTokens(folded: string, tokens: readonly Token[], asking: readonly Range[]): Token[] {
  return joined(cutAtAsking(folded, tokens, asking).flatMap(buses).map(unfolded), folded, asking);
}

/** Segmentation may make one unknown word of a name and what asks for it (田民是谁): then the text is cut there first. */
function cutAtAsking(folded: string, tokens: readonly Token[], asking: readonly Range[]): readonly Token[] {
  // The verb between the two belongs to neither.
  const verbs = asking.map(({ start }) => (/[是叫为在]/.test(folded.charAt(start - 1)) ? start - 1 : start));
  const straddles = ({ start, end, kind, term }: Token): boolean =>
    kind === 'word' &&
    dictionaryTag(term) === UNKNOWN_TAG &&
    asking.some((word, a) => {
      const from = verbs[a] as number;
      return start < word.end && from < end && (start < from || end > word.end);
    });
  if (!tokens.some(straddles)) return tokens;
  const cuts = [0, ...asking.flatMap(({ start, end }, a) => [verbs[a] as number, start, end]), folded.length];
  return cuts.slice(1).flatMap((end, i) => {
    const from = cuts[i] as number;
    return tag(folded.slice(from, end)).map((token) => ({
      ...token,
      start: token.start + from,
      end: token.end + from,
    }));
  });
}

/** 开不开 asks about 开. */
function unfolded(token: Token): Token {
  const verb = /^(.)[不没]\1$/u.exec(token.term)?.[1];
  return verb ? { ...token, term: verb } : token;
}

/** The dictionary has no bus lines, so that 路车 of 27路车 is taken for a name. */
function buses(token: Token): Token[] {
  if (token.term !== '路车') return [token];
  const { start, end } = token;
  return [
    { ...token, end: start + 1, term: '路', tag: dictionaryTag('路') },
    { ...token, start: end - 1, term: '车', tag: dictionaryTag('车') },
  ];
}

/** How many tokens one everyday word may be cut into. */
const MOST_JOINED = 3;

/** Joins what was cut although people mean one thing by it: 公 and 租房 of 公租房. What asks stays apart. */
function joined(tokens: readonly Token[], folded: string, asking: readonly Range[]): Token[] {
  const found: Token[] = [];
  for (let t = 0; t < tokens.length; t++) {
    const first = tokens[t] as Token;
    const last = tokens
      .slice(t, t + MOST_JOINED)
      .findLastIndex(({ end }, n) => n > 0 && SAME_MEANING.has(folded.slice(first.start, end)));
    const { end } = tokens[t + Math.max(last, 0)] as Token;
    if (last > 0 && !asking.some((word) => first.start < word.end && word.start < end)) {
      found.push({ ...first, kind: 'word', end, term: folded.slice(first.start, end) });
      t += last;
    } else found.push(first);
  }
  return found;
}
