import type { Evaluation } from '../eval/evaluate.js';
import type { Figure, FigureName } from '../eval/tally.js';
import type { Measurement } from '../measurement.js';
import { percent, table } from './blocks.js';

/** What `npm run eval -- … --save` keeps of a set. */
export type SetFigures = Omit<Evaluation, 'misses' | 'toJudge'>;
type Measured = readonly Measurement<SetFigures>[];
export type Language = 'en' | 'zh';

/** Names of the sets for readers; others go by their own. */
const SETS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  cmrc_trial: { en: 'CMRC 2018, trial (Simplified)', zh: 'CMRC 2018 试用集（简体）' },
  cmrc_dev: { en: 'CMRC 2018, development (Simplified)', zh: 'CMRC 2018 开发集（简体）' },
  drcd_dev: { en: 'DRCD, development (Traditional)', zh: 'DRCD 开发集（繁体）' },
  squad2zh_dev: { en: 'SQuAD 2.0 in Chinese, development', zh: 'SQuAD 2.0 中文版开发集' },
  everyday: { en: 'everyday questions of our own', zh: '自拟的日常问题' },
  worlds: { en: 'ten worlds of everyday questions', zh: '十个自拟世界的日常问题' },
  'worlds:judged': { en: '… as two readers judge', zh: '……经两人判读' },
  'worlds:alone:judged': { en: '… as two readers judge', zh: '……经两人判读' },
  'worlds:alone': { en: 'each of these worlds by itself', zh: '这十个世界，各自单独收录' },
};

const README: Readonly<
  Record<Language, { readonly head: string; readonly of: (share: string, questions: string) => string }>
> = {
  en: {
    head: 'questions of|passages|right passage first|answered right|of answered, right|foreign refused|near misses answered',
    of: (share, questions) => `${share} of ${questions}`,
  },
  zh: {
    head: '问题集|段落数|首条段落正确|答对|作答中答对|别处拒答|似有实无而误答',
    of: (share, questions) => `${share}（${questions} 题）`,
  },
};

/** The figures that a README shows: a set a row, each with its number of questions. */
export function keptApartTable(measured: Measured, language: Language): string {
  const { head, of } = README[language];
  const cell = (figure: Figure | undefined): string =>
    figure ? of(percent(figure.share), count(figure.questions)) : '–';
  const rows = resultsOf(measured).map((result) => [
    SETS[result.set]?.[language] ?? result.set,
    count(result.passages),
    ...[result['hit@1'], result.answeredRight, result.answeredRightOfAnswered].map(cell),
    cell(result.foreignRefused),
    cell(result.nearMissesAnswered),
  ]);
  return table(head.split('|'), rows);
}

/** What each figure is called, in the order of the table. */
const LABELS = [
  ['right passage first (hit@1)', 'hit@1'],
  ['… among the first five (hit@5)', 'hit@5'],
  ['mean reciprocal rank (MRR@10)', 'MRR@10'],
  ['answer in the first excerpt (answer@120)', 'answer@120'],
  ['F1 of the marked stretch', 'answerF1'],
  ['own questions answered', 'answered'],
  ['… with the answer in the excerpt', 'answeredRight'],
  ['of those answered, right', 'answeredRightOfAnswered'],
  ['… with a stretch marked', 'marked'],
  ['of those marked, right', 'markedRight'],
  ['own questions shown possible places', 'possible'],
  ['… with the answer in the first excerpt', 'possibleRight'],
  ['… in one of the first three', 'possibleRightOfThree'],
  ['own questions refused though the right passage was shown', 'refusedThough'],
  ['questions of other sets refused', 'foreignRefused'],
  ['… refused or shown possible places', 'foreignNotAnswered'],
  ['near misses refused', 'nearMissesRefused'],
  ['… shown possible places', 'nearMissesPossible'],
  ['… answered', 'nearMissesAnswered'],
  ['all of these, at 95 % answered (refused@95)', 'refused@95'],
] as const satisfies readonly (readonly [string, FigureName])[];

/** Every figure of some sets, a column a set, and below how to measure each again. */
export function allFigures(measured: Measured): string {
  return `${figuresTable(measured)}\n${measured.map(originOf).join('\n')}`;
}

/** Every figure that was measured on any of some sets, a column a set. */
export function figuresTable(measured: Measured): string {
  const results = resultsOf(measured).flatMap(withJudged);
  // A measurement of an earlier day lacks figures that were thought of since.
  const known = LABELS.filter(([, name]) => results.some((result) => result[name]));
  const rows = known.map(([label, name]) => [label, ...results.map((result) => shareOf(result[name]))]);
  const passages = ['passages searched', ...results.map((result) => count(result.passages))];
  const head = ['', ...results.map(({ set }) => SETS[set]?.en ?? set)];
  return table(head, [passages, ...rows]);
}

/** A set's figures, and beside them what they are as readers judge, where that was measured. */
function withJudged(result: SetFigures): SetFigures[] {
  const { set, passages, medianMs, judged } = result;
  return judged ? [result, { set: `${set}:judged`, passages, medianMs, ...judged.figures }] : [result];
}

/** A figure with its number of questions; a stroke where there is none. */
export function shareOf(figure: Figure | undefined): string {
  return figure ? `${percent(figure.share)} of ${count(figure.questions)}` : '–';
}

/** The command that measured it, and when and where. */
export function originOf({ command, date, machine: { cpu, cores, node } }: Measurement<unknown>): string {
  return `- \`${command}\`\n  (${date}, ${cores} cores of ${cpu}, Node.js ${node})`;
}

function resultsOf(measured: Measured): SetFigures[] {
  return measured.flatMap(({ results }) => results);
}

/** A number of questions or passages as it is written. */
export function count(value: number): string {
  return value.toLocaleString('en');
}
