import { dictionaryTag, dictionaryText, UNKNOWN_TAG } from '../../src/language/dictionary.js';
import { fold } from '../../src/language/fold.js';
import { EVERYDAY_WORDS } from '../../src/language/same-meaning.js';
import { type Token, tag } from '../../src/language/segment.js';
import { isStopWord } from '../../src/language/stopwords.js';
import { isHan } from '../../src/language/terms.js';
import { hash, pick, randomFrom } from '../random.js';

/** Chance (0 to 1) that a word of the question is said otherwise. People know names; how they put the rest is theirs. */
const CHANCE = { usual: 0.4, name: 0.08 } as const;
/** The share (0 to 1) of these words that are left out: who types little leaves much unsaid. */
const DROPPED = 0.3;
/** Chance that something is said before the question, and after it. */
const BEFORE_CHANCE = 0.35;
const AFTER_CHANCE = 0.25;
const BEFORE = [
  '我想问一下，',
  '你好，',
  '那个，',
  '我家',
  '我妈',
  '我朋友问',
  '听说',
  '想了解下',
  '今天听说',
  '师傅，',
];
const AFTER = ['啊', '呀', '来着', '，谢谢', '，急', '呢，有人知道吗', '，我忘了', '，在线等'];

/** Words that people use are at least this common (counted in some 60 million). */
const LEAST_COUNT = 2000;

/**
 * Makes of a question what somebody may ask who does not know the article's words: some are said in everyday ones,
 * and some in others that no table knows.
 * @returns the same for the same question; folded
 */
export function rewording(): (question: string) => string {
  const speaker = new Speaker(dictionaryText());
  return (question) => speaker.say(question, randomFrom(hash(`reworded ${question}`)));
}

class Speaker {
  /** Common words by part of speech and length. */
  readonly #words = new Map<string, string[]>();

  /** @param dictionary lines of `word count tag`, as jieba has them */
  constructor(dictionary: string) {
    for (const line of dictionary.split('\n')) {
      const [written = '', count = '', speech = ''] = line.split(' ', 3);
      const word = fold(written);
      if (!isHan(word) || Number(count) < LEAST_COUNT || isStopWord(word)) continue;
      const key = speech.slice(0, 1) + word.length;
      const known = this.#words.get(key);
      if (known) known.push(word);
      else this.#words.set(key, [word]);
    }
  }

  say(question: string, random: () => number): string {
    const folded = fold(question);
    let said = random() < BEFORE_CHANCE ? pick(BEFORE, random) : '';
    let done = 0;
    for (const token of tag(question)) {
      if (!isContent(token) || random() >= (isName(token) ? CHANCE.name : CHANCE.usual)) continue;
      said += folded.slice(done, token.start);
      if (random() >= DROPPED) said += this.#another(token, random);
      done = token.end;
    }
    said += folded.slice(done);
    return random() < AFTER_CHANCE ? said.replace(/[?？。]*$/, pick(AFTER, random)) : said;
  }

  /** An everyday word for it, else some common word of its kind: as good as a paraphrase that nobody foresaw. */
  #another({ term, tag: speech }: Token, random: () => number): string {
    const everyday = EVERYDAY_WORDS.get(term) ?? [];
    if (everyday.length > 0 && random() < 0.7) return pick(everyday, random);
    return pick(this.#words.get(speech.slice(0, 1) + term.length) ?? [term], random);
  }
}

function isContent({ term, kind }: Token): boolean {
  return kind === 'word' && isHan(term) && !isStopWord(term);
}

function isName({ term, tag: speech }: Token): boolean {
  return /^(?:nr|ns|nt|nz)/.test(speech) || dictionaryTag(term) === UNKNOWN_TAG;
}
