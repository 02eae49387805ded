import { fold } from './fold.js';

/** Which characters a text is written in. */
export type Script = 'simplified' | 'traditional';

/** The unified ideographs of the basic plane; what people type stands there. */
const FIRST = 0x4e00;
const LAST = 0x9fff;

/** Lead and trail bytes of Big5's first level: the 5,401 characters of everyday Traditional. */
const BIG5_LEADS = [0xa4, 0xc6] as const;
const BIG5_TRAILS = [
  [0x40, 0x7e],
  [0xa1, 0xfe],
] as const;

let simplifiedOnly: ReadonlySet<string> | undefined;

/**
 * Which characters a text is written in, as far as they tell: most are the same in both, and 后, 里, 台 stand in both with
 * meanings of their own. Where both occur, as in 皇后大道在哪裡, the more frequent one counts, and Traditional when there
 * are as many, since writers of Simplified hardly ever type it.
 * @returns `undefined` where no character tells
 */
export function scriptOf(text: string): Script | undefined {
  simplifiedOnly ??= findSimplifiedOnly();
  let traditional = 0;
  let simplified = 0;
  for (const character of text) {
    if (isTraditionalOnly(character)) traditional++;
    else if (simplifiedOnly.has(character)) simplified++;
  }
  if (traditional === 0 && simplified === 0) return undefined;
  return traditional >= simplified ? 'traditional' : 'simplified';
}

function isTraditionalOnly(character: string): boolean {
  const code = character.codePointAt(0) as number;
  return code >= FIRST && code <= LAST && fold(character) !== character;
}

/** What Traditional characters are simplified to, less what is written in Traditional as well. */
function findSimplifiedOnly(): Set<string> {
  const found = new Set<string>();
  for (let code = FIRST; code <= LAST; code++) {
    const character = String.fromCharCode(code);
    const folded = fold(character);
    if (folded !== character) found.add(folded);
  }
  for (const character of everydayTraditional()) found.delete(character);
  return found;
}

function everydayTraditional(): string {
  const bytes: number[] = [];
  for (let lead = BIG5_LEADS[0]; lead <= BIG5_LEADS[1]; lead++)
    for (const [first, last] of BIG5_TRAILS)
      for (let trail = first; trail <= last; trail++) bytes.push(lead, trail);
  return new TextDecoder('big5').decode(Uint8Array.from(bytes));
}
