import type { Passage } from '../../corpus/article.js';
import { codeForms } from '../../language/codes.js';
import { fold, foldedUnits, unitsOf } from '../../language/fold.js';
import { numberForms } from '../../language/number-forms.js';
import { writeHan } from '../../language/numerals.js';
import type { QuestionAnalysis } from '../../language/question.js';
import { SequenceFinder } from '../../language/sequence-finder.js';
import { unitClass } from '../../language/unit-class.js';

/** What makes a number the name of something: 27路 is another bus than 18路. */
const NAMED =
  /^(?:路|号线|号楼|号院|号馆|号门|号|栋|幢|单元|版|届|期|班|中学|中(?![国心央间])|小学|师|团|连)/;

/** A passage with the UTF-16 units of its folded text. */
interface FoldedPassage {
  readonly passage: Pick<Passage, 'article'>;
  readonly units: Uint16Array;
}

/** A number of a question that tells which one is meant, with what follows it. */
interface IdentifyingNumber {
  readonly term: string;
  /** Every spelling, folded. */
  readonly forms: readonly string[];
  /** Whether it is a day, a month or a year. */
  readonly isDate: boolean;
}

/** The days, months and years of a question, and its numbers that are names; made once a question. */
export class IdentifyingNumbers {
  readonly #numbers: readonly IdentifyingNumber[];
  readonly #forms: readonly { readonly n: number; readonly form: string }[];
  readonly #finder: SequenceFinder;

  constructor(question: Pick<QuestionAnalysis, 'content' | 'folded'>) {
    this.#numbers = identifyingNumbers(question);
    this.#forms = this.#numbers.flatMap(({ forms }, n) => forms.map((form) => ({ n, form })));
    this.#finder = new SequenceFinder(this.#forms.map(({ form }) => unitsOf(form)));
  }

  /** Their terms, in the question's order. */
  get terms(): string[] {
    return this.#numbers.map(({ term }) => term);
  }

  /**
   * How many of them a passage and what is known of its article do not have.
   * @param passage with the units of its folded text
   * @param counts which of them count; default all
   */
  missingFrom(
    { units, passage }: FoldedPassage,
    counts: (number: IdentifyingNumber) => boolean = () => true,
  ): number {
    if (this.#numbers.length === 0) return 0;
    const { title, date = '', publication = '' } = passage.article;
    const missing = new Set(this.#numbers.keys());
    for (const text of [units, unitsOf(fold(`${title}\n${publication}`))]) {
      this.#finder.find(text, (f, at) => {
        const { n, form } = this.#forms[f] as { n: number; form: string };
        if (standsAlone(text, at, form.length)) missing.delete(n);
      });
    }
    // 2023-10-27 is told of the article, and not in 10月27日 of its text.
    const dated = new Set(date.split(/\D+/).map(Number));
    for (const { n, form } of this.#forms)
      if (dated.has(Number(/^(\d+)[年月日]$/.exec(form)?.[1]))) missing.delete(n);
    return [...missing].filter((n) => counts(this.#numbers[n] as IdentifyingNumber)).length;
  }
}

function identifyingNumbers({
  content,
  folded,
}: Pick<QuestionAnalysis, 'content' | 'folded'>): IdentifyingNumber[] {
  return content.flatMap(({ kind, term, end }): IdentifyingNumber[] => {
    if (kind === 'latin') return isCode(term) ? [{ term, forms: codeForms(term), isDate: false }] : [];
    if (kind === 'time')
      return /^\d+[年月日]$/.test(term) ? [{ term, forms: numberForms(term), isDate: true }] : [];
    const [name] = kind === 'number' ? (NAMED.exec(folded.slice(end)) ?? []) : [];
    return name === undefined
      ? []
      : [{ term, forms: spellings(term).map((form) => form + name), isDate: false }];
  });
}

/**
 * Whether a question names one of several by its number (27路, 5号楼), and the whole article speaks of others only. What it
 * says of those is no answer, however much it looks like one.
 * @param numbers of the question
 */
export function namesOtherNumber(
  numbers: IdentifyingNumbers,
  { passage }: Pick<FoldedPassage, 'passage'>,
): boolean {
  if (numbers.terms.length === 0) return false;
  const article = { passage, units: foldedUnits(passage.article.text) };
  return numbers.missingFrom(article, ({ isDate }) => !isDate) > 0;
}

/** A name with digits: the iPhone 15 is another than the 14. */
function isCode(term: string): boolean {
  return /[a-z]/.test(term) && /\d/.test(term);
}

/** Whether what was found is no part of a longer number or name. */
function standsAlone(text: Uint16Array, at: number, length: number): boolean {
  const before = text[at - 1] ?? 0;
  if (isNumeral(before)) return false;
  const joins = (a: number, b: number): boolean => isLetterOrDigit(a) && isLetterOrDigit(b);
  return (
    !joins(before, text[at] as number) && !joins(text[at + length - 1] as number, text[at + length] ?? 0)
  );
}

/** Beside what names it, even a single 二 is the number. */
function spellings(term: string): string[] {
  return /^[1-9]\d*$/.test(term)
    ? [...new Set([...numberForms(term), ...writeHan(term)])]
    : numberForms(term);
}

const isLetterOrDigit = unitClass(/[a-z0-9]/);
const isNumeral = unitClass(/[0-9〇零一二三四五六七八九十百千万]/);
