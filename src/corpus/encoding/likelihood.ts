import { readWords } from '../../language/read-list.js';

/** Characters by how common they are: those of the first lines of the list weigh more. */
let weights: ReadonlyMap<number, number> | undefined;

/** How many of the list's characters make up three quarters of Chinese text; they tell most. */
const COMMONEST = 680;
const WEIGHT = { commonest: 2, common: 1, sign: 1, rare: -1, foreign: -2 } as const;

/**
 * How much a text is like Chinese: the mean weight of its characters above ASCII, from 2 (only the commonest characters) to
 * −2 (none that Chinese text has). Ordinary text has more than 1, bytes read in an encoding that they are not in less
 * than 0. `undefined` where it has no character above ASCII.
 */
export function chineseLikelihood(text: string): number | undefined {
  let sum = 0;
  let count = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code < 0x80) continue;
    sum += weightOf(code);
    count++;
  }
  return count === 0 ? undefined : sum / count;
}

function weightOf(code: number): number {
  const weight = knownWeights().get(code);
  if (weight !== undefined) return weight;
  if (isSign(code)) return WEIGHT.sign;
  return code >= 0x4e00 && code <= 0x9fff ? WEIGHT.rare : WEIGHT.foreign;
}

/** Signs of Chinese text: its punctuation, full-width letters and digits, and signs of list items and of measures. */
function isSign(code: number): boolean {
  return (
    (code >= 0x3000 && code <= 0x301f) ||
    (code >= 0xff01 && code <= 0xff5e) ||
    (code >= 0x2010 && code <= 0x2026) ||
    (code >= 0x2460 && code <= 0x2473) ||
    code === 0xb7 ||
    code === 0xd7 ||
    code === 0x2103
  );
}

function knownWeights(): ReadonlyMap<number, number> {
  weights ??= new Map(
    readWords(new URL('./common-characters.txt', import.meta.url))
      .flatMap((line) => [...line])
      .map((character, rank) => [
        character.codePointAt(0) as number,
        rank < COMMONEST ? WEIGHT.commonest : WEIGHT.common,
      ]),
  );
  return weights;
}
