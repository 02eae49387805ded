/**
 * The code by which Excel shows a number (ECMA-376 part 1, 18.8.31), as far as tables for people have it: sections for
 * positive numbers, negative ones and zero, digits, thousands, percent, currency and other text. Not exponents, fractions and
 * Chinese numerals; dates are for `date-form.ts`.
 */

/** A part of a section; `general` stands for the number as it is shown without a format. */
export type CodePiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'digit'; readonly isFilled: boolean }
  | { readonly kind: 'point' | 'comma' | 'percent' | 'general' };

export interface CodeSection {
  readonly pieces: readonly CodePiece[];
  /** Which numbers it is for, where it says so. */
  readonly holds?: (value: number) => boolean;
}

/** Excel allows no longer code; UTF-16 units. */
const LONGEST_CODE = 255;
const TOKEN =
  /"(?<quoted>[^"]*)"|[\\!](?<escaped>.)|(?<space>_.)|(?<fill>\*.)|\[(?<bracket>[^\]]*)\]|(?<general>General|G\/通用格式|@)|(?<digit>[0#?])|(?<sign>[.,%;])|(?<other>.)/gisu;
const CURRENCY = /^\$([^-]*)/u;
const COLOUR =
  /^(?:black|blue|cyan|green|magenta|red|white|yellow|\p{Script=Han}{1,3}色|(?:color|颜色) ?\d+)$/iu;
const CONDITION = /^(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)$/u;
/** Letters and strokes that mean something else than themselves: days, times, exponents, fractions. */
const MEANING = /^[a-z/]$/iu;
const PIECES = { '.': 'point', ',': 'comma', '%': 'percent' } as const;

interface SectionDraft {
  readonly pieces: CodePiece[];
  holds?: NonNullable<CodeSection['holds']>;
  isText: boolean;
}

/** The sections of a code, those for texts left out; `undefined` for a code that is not known. */
export function sectionsOfCode(code: string): readonly CodeSection[] | undefined {
  if (code.length > LONGEST_CODE) return undefined;
  const sections: SectionDraft[] = [];
  let section: SectionDraft = { pieces: [], isText: false };
  for (const { groups = {} } of code.matchAll(TOKEN)) {
    const condition = CONDITION.exec(groups.bracket ?? '');
    if (groups.sign === ';') {
      sections.push(section);
      section = { pieces: [], isText: false };
    } else if (condition) section.holds = conditionOf(condition[1]!, Number(condition[2]));
    else {
      const piece = pieceOf(groups);
      if (!piece) return undefined;
      section.pieces.push(piece);
      section.isText ||= groups.general === '@';
    }
  }
  if (!section.isText || sections.length === 0) sections.push(section);
  return sections.slice(0, 3);
}

function pieceOf(groups: Readonly<Record<string, string | undefined>>): CodePiece | undefined {
  const { quoted, escaped, space, fill, bracket, general, digit, sign, other } = groups;
  if (general !== undefined) return { kind: 'general' };
  if (digit !== undefined) return { kind: 'digit', isFilled: digit === '0' };
  if (sign !== undefined) return { kind: PIECES[sign as keyof typeof PIECES] };
  if (space !== undefined) return { kind: 'text', text: ' ' };
  if (fill !== undefined) return { kind: 'text', text: '' };
  if (bracket !== undefined) return ofBracket(bracket);
  if (other !== undefined && MEANING.test(other)) return undefined;
  return { kind: 'text', text: quoted ?? escaped ?? other ?? '' };
}

/** A currency, or a colour, which is not shown here. */
function ofBracket(inside: string): CodePiece | undefined {
  const currency = CURRENCY.exec(inside)?.[1];
  if (currency !== undefined) return { kind: 'text', text: currency };
  return COLOUR.test(inside) ? { kind: 'text', text: '' } : undefined;
}

function conditionOf(compare: string, bound: number): (value: number) => boolean {
  switch (compare) {
    case '<':
      return (value) => value < bound;
    case '<=':
      return (value) => value <= bound;
    case '>':
      return (value) => value > bound;
    case '>=':
      return (value) => value >= bound;
    case '=':
      return (value) => value === bound;
    default:
      return (value) => value !== bound;
  }
}
