import type { Article } from '../../corpus/article.js';
import { tag } from '../../language/segment.js';
import { clausesOf, isReadable, LONGEST, subjectOf } from './material.js';

/** What is measured or counted, and goes before its quantity. */
const MEASURES =
  '全长|总长|主跨|总投资|投资|占地|总面积|建筑面积|面积|海拔|票价|门票|全价|起售价|售价|学费|人口|产量|年产量|产值|年产值|' +
  '营业额|藏书|馆藏|存栏|总里程|容积|库容|奖金|人均收入|平均年龄|享年|体重|身高';
const STATED = new RegExp(
  String.raw`^(?<before>[^\d]*?)(?<what>${MEASURES})(?:约|近|达到?|为|是|共|超过?)*(?:\d[\d.,]*)[万亿]?[多余]?` +
    '(?<unit>平方米|平方公里|公里|米|亩|公顷|万元|亿元|元|人|名|万人|册|万册|吨|万吨|岁|公斤|斤|头|只)$',
  'u',
);

/** Units that 多少 goes before without sounding odd. */
const COUNTED = /\d[\d.,]*[万亿]?[多余]?(?=公里|米|亩|元|万元|亿元|人|名|家|户|起|吨|天|岁)/g;

/** What an article measures of its subject becomes 多少: 澜江大桥全长1286米 asks 澜江大桥全长多少米. */
export function quantityQuestion(article: Article): string | undefined {
  const subject = subjectOf(article);
  for (const clause of clausesOf(article)) {
    const { before = '', what, unit } = STATED.exec(clause)?.groups ?? {};
    // Without its subject before it, a measure is of the subject of the article; with other words, of something else.
    if (subject === undefined || what === undefined || (before !== '' && before !== subject)) continue;
    const question = `${subject}${what}多少${unit}？`;
    if (question.length <= LONGEST && isReadable(question)) return question;
  }
  return undefined;
}

/** A number in a clause that begins with a name of the title: 重庆投资80亿元 asks 重庆投资多少亿元. */
export function countQuestion(article: Article): string | undefined {
  for (const clause of clausesOf(article)) {
    const [count, ...others] = clause.match(COUNTED) ?? [];
    if (count === undefined || others.length > 0 || clause.length > LONGEST || !isReadable(clause)) continue;
    const [first] = tag(clause);
    if (!first || !/^n[rstz]/.test(first.tag) || first.end < 2 || !article.title.includes(first.term))
      continue;
    if (clause.indexOf(count) > first.end + 1) return `${clause.replace(count, '多少')}？`;
  }
  return undefined;
}
