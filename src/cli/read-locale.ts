import type { PlaceUnit } from '../corpus/article.js';
import type { Survey } from '../corpus/survey.js';
import type { Language } from '../language/bilingual.js';
import { clock } from '../telegram/wording/cited-place.js';
import { count } from '../telegram/wording/count.js';
import { span } from '../telegram/wording/span.js';
import { isEnglish, READING, type ReadingLabel } from './ask-locale.js';

/** What `read` says on a terminal, in one language. */
export interface ReadLocale {
  readonly language: Language;
  readonly reading: ReadingLabel;
  /** Above the table: file, format, encoding, articles, their numbers, dates. */
  readonly columns: readonly string[];
  /** In place of a date. */
  readonly noDate: string;
  /** @param named each as `text ← 正文` */
  readonly fields: (named: readonly string[]) => string;
  /** Above the files that are left out. */
  readonly leftOut: string;
  /** @param passedOver how many files are of kinds that hold no articles */
  readonly summary: (survey: Survey, passedOver: number) => string;
  /** Where something stands; '' where the format knows no places. Seconds are counted from the beginning. */
  readonly place: (unit: PlaceUnit, first: number, last: number) => string;
  /** Before what is said of a line. */
  readonly atLine: (line: number) => string;
  /** @param block the number of the block that introduces another */
  readonly belongsTo: (block: number) => string;
}

/** English where the environment's locale is English, else Chinese, as `ask` has it. */
export function readLocale(env: Readonly<Record<string, string | undefined>>): ReadLocale {
  return isEnglish(env) ? EN : ZH;
}

const ZH: ReadLocale = {
  language: 'zh',
  reading: READING.zh,
  columns: ['文件', '格式', '编码', '文章', '编号', '日期'],
  noDate: '无日期',
  fields: (named) => `字段：${named.join('，')}`,
  leftOut: '没有收入的：',
  summary: ({ files, articles, leftOut, dates }, passedOver) =>
    `${[
      `${files} 个文件，${articles} 篇文章`,
      ...(dates ? [span(dates.first, dates.last, ' 至 ')] : []),
      `没有收入 ${leftOut} 个`,
      ...(passedOver > 0 ? [`其他种类 ${passedOver} 个`] : []),
    ].join('；')}。`,
  place: (unit, first, last) => {
    if (unit === 'second' || unit === 'none') return placed(unit, first, last, '', '');
    return placed(unit, first, last, '第 ', unit === 'page' ? ' 页' : ' 行');
  },
  atLine: (line) => `第 ${line} 行：`,
  belongsTo: (block) => `承接 ${block}`,
};

const EN: ReadLocale = {
  language: 'en',
  reading: READING.en,
  columns: ['file', 'format', 'encoding', 'articles', 'numbers', 'dates'],
  noDate: 'no date',
  fields: (named) => `fields: ${named.join(', ')}`,
  leftOut: 'Left out:',
  summary: ({ files, articles, leftOut, dates }, passedOver) =>
    `${[
      `${count(files, 'file')}, ${count(articles, 'article')}`,
      ...(dates ? [span(dates.first, dates.last, ' to ')] : []),
      `${leftOut} left out`,
      ...(passedOver > 0 ? [`${passedOver} of other kinds`] : []),
    ].join('; ')}.`,
  place: (unit, first, last) => {
    const noun = unit === 'second' || unit === 'none' ? '' : first === last ? `${unit} ` : `${unit}s `;
    return placed(unit, first, last, noun, '');
  },
  atLine: (line) => `line ${line}: `,
  belongsTo: (block) => `belongs to ${block}`,
};

function placed(unit: PlaceUnit, first: number, last: number, before: string, after: string): string {
  if (unit === 'none') return '';
  const shown = unit === 'second' ? clock : String;
  return `${before}${span(shown(first), shown(last), '–')}${after}`;
}
