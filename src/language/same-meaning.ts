import { readList } from './read-list.js';

const meant = new Map<string, string[]>();
const said = new Map<string, string[]>();

for (const line of readList(new URL('./lists/same-meaning.txt', import.meta.url))) {
  const [asked = [], lookedFor = asked] = line.split('>').map((side) => side.split(' ').filter(Boolean));
  for (const word of asked) {
    for (const other of lookedFor) {
      if (other === word) continue;
      add(meant, word, other);
      add(said, other, word);
    }
  }
}

function add(map: Map<string, string[]>, word: string, other: string): void {
  const known = map.get(word);
  if (!known) map.set(word, [other]);
  else if (!known.includes(other)) known.push(other);
}

/** For words of questions, the other words in which a text may say the same; all folded. */
export const SAME_MEANING: ReadonlyMap<string, readonly string[]> = meant;

/** The other way round: for words of texts, those in which people may ask for the same. */
export const EVERYDAY_WORDS: ReadonlyMap<string, readonly string[]> = said;
