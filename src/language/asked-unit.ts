import { DAY_OF_FIRST_MONTH } from './question-kind.js';
import type { Range } from './range.js';

/** What is asked, by its wording, and the units in which the answer to it is given. Folded; the first that matches. */
const UNITS: readonly (readonly [asked: RegExp, units: string])[] = [
  [
    /多长时间|多久|几耐|几个?(?:小时|钟头|分钟|星期|礼拜)|时长|期限/,
    '年|个?月|天|日|小时|个?钟头|分钟?|秒|周|星期',
  ],
  [/几点|几时|几分|钟点|(?:开|闭)(?:馆|门)时间|发车/, '点|时|:\\d\\d|：\\d\\d'],
  [/哪一?年|何年|年份|几年(?:级)?(?=成立|建|出生|创|$)/, '年'],
  [new RegExp(DAY_OF_FIRST_MONTH), '年|月|日|号'],
  [/哪一?天|哪一?日|几月|几号|几日|何日|何月|哪个月|日期|什么时候|何时|什么时间/, '年|月|日|号|点|时'],
  [/哪个?世纪/, '世纪'],
  [/哪个年代/, '年代'],
  [
    /多少钱|几块|几元|几多?钱|几[毛文]|(?:花|交|收|付|扣|罚|补|贴|退|便宜|赔|押|掏|省|拨)(?:了|掉)?(?:多少|几多)(?!人|个|张|份|分)|费(?:用)?(?:要|是|收)?(?:多少|几多)|价格|票价|售价|房价|学费|费用|工资|造价|投资|奖金|收入|金额|什么价/,
    '元|块|角|分钱|美金|欧元|英镑|日元|円|卢布',
  ],
  [/几岁|多大(?:年纪|岁数|了|才|可以|能)|今年多大|年龄|享年|高龄|多少岁/, '周?岁'],
  [/几折|打多少折/, '折|(?<=半)[价费]'],
  [/百分之|比例|占比|[^频效]率(?:是|为|有|达|多|$)|几成/, '%|‰|成|百分点'],
  [
    /多长|多宽|多高|多深|多远|多厚|长度|宽度|高度|深度|距离|海拔|身高|里程|全长|直径/,
    '米|公里|千米|厘米|毫米|里|公尺|公分|英尺|英里|丈|尺|寸|海里|光年',
  ],
  [/多重|重量|体重|多少斤|产量/, '公斤|千克|毫克|克|吨|斤|磅|担|石'],
  [/面积|多大(?!家|年)/, '平方|亩|公顷|坪|顷'],
  [/温度|气温|多少度|几度|多热|多冷/, '度|℃'],
  [/人口|人数|多少(?:个)?人|几个?人|几名|几位|多少名|多少位/, '人|名|位|口'],
  [/电话|热线|号码|打(?:哪个|什么|啥|几|多少)号/, '\\d{5,}|\\d-\\d'],
];

/** A number in digits or characters, with the words that may stand between it and its unit. */
const NUMBER =
  '[0-9〇零一二两三四五六七八九十百千万亿半][0-9〇零一二两三四五六七八九十百千万亿.,]*[多余几来]?(?:个|平方|立方)?[ ]?';

const WEEKDAY = '(?:周|星期|礼拜)[一二三四五六日天末]';
/** Days that have names besides their numbers: what asks for them, and the names. */
const NAMED_DAYS: readonly (readonly [asked: RegExp, names: string])[] = [
  [/哪[一几]?天|哪[一几]?日|边日|什么时候|啥时候|几时/, WEEKDAY],
  [new RegExp(DAY_OF_FIRST_MONTH), '初[一二三四五六七八九十]'],
];

/** The measure word or noun right after 多少 or 几: 公里 in 多少公里, 起 in 几起. */
const MEASURED = /^[的个]?([\p{Script=Han}]{1,2})/u;

/**
 * How the quantity that a question asks for may look in a text: a number with a unit that fits.
 * @param folded the folded question
 * @param asking where its asking word stands
 * @returns a pattern for folded texts; `undefined` when no quantity is asked for
 */
export function askedQuantity(folded: string, asking: Range | undefined): RegExp | undefined {
  if (/(?:周|星期|礼拜)几/.test(folded)) return new RegExp(WEEKDAY);
  const known = UNITS.find(([asked]) => asked.test(folded))?.[1];
  const word = asking && folded.slice(asking.start, asking.end);
  const measured = word && /[少几]$/.test(word) ? MEASURED.exec(folded.slice(asking.end))?.[1] : undefined;
  const units = [known, measured && `(?:${measured}|${measured.slice(0, 1)})`].filter(
    (unit) => unit !== undefined,
  );
  if (units.length === 0) return undefined;
  const names = NAMED_DAYS.flatMap(([asked, days]) => (asked.test(folded) ? [`|${days}`] : []));
  return new RegExp(`${NUMBER}(?:${units.join('|')})${names.join('')}`);
}
