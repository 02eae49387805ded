import { pick } from '../random.js';

/**
 * Questions that an article no longer answers, made of questions that it does: another number or another owner is asked for.
 * They are not as good as near misses that somebody wrote, and are counted apart from them.
 */

const UNITS = '年|月|日|号|路|楼|层|班|年级|届|期|版|车|线|栋|室|岁|组|队|条|批|次|区';
const NUMBER = new RegExp(
  String.raw`(?<![\d哪这那每几])(?:\d{1,4}|[一二三四五六七八九十])(?=(${UNITS}))`,
  'gu',
);
const HAN_NUMBERS = [...'一二三四五六七八九十'];

/**
 * The question with one of its numbers changed into one that the article does not have.
 * @param question folded
 * @param article folded title and text
 * @returns nothing where it has no number of the article's
 */
export function withOtherNumber(question: string, article: string, random: () => number): string | undefined {
  const shared = [...question.matchAll(NUMBER)].filter(([number, unit]) =>
    article.includes(`${number}${unit}`),
  );
  if (shared.length === 0) return undefined;
  const { 0: number, 1: unit, index } = pick(shared, random);
  const others = neighbours(number).filter(
    (other) => !article.includes(other) && !article.includes(`${other}${unit}`),
  );
  if (others.length === 0) return undefined;
  return question.slice(0, index) + pick(others, random) + question.slice(index + number.length);
}

/** Numbers near a number, in its own spelling: mostly those that are taken for it. */
function neighbours(number: string): string[] {
  const place = HAN_NUMBERS.indexOf(number);
  if (place >= 0) return HAN_NUMBERS.filter((_, other) => other !== place && Math.abs(other - place) <= 3);
  const value = Number(number);
  return [-3, -2, -1, 1, 2, 3].map((step) => String(value + step)).filter((other) => Number(other) > 0);
}

const ENDINGS =
  '分馆|图书馆|博物馆|体育馆|校区|小学|中学|幼儿园|门诊部|门诊|医院|卫生院|支行|服务中心|社区|小区|广场|公园|码头|渡口|车站|站|村|路|街|镇|乡|队|车间|分店|门店|店|科|桥|窗口|食堂|宿舍|大厅|班';
/** Characters that are no part of a name in front of such an ending. */
const NO_NAME =
  '的了在和与及是到从由为本该各全每其这那哪几多去来把被给让于一二三四五六七八九十个上下前后内外有无不没新老大小';
const OWNER = new RegExp(
  String.raw`(?![${NO_NAME}])\p{Script=Han}(?![${NO_NAME}])\p{Script=Han}(${ENDINGS})`,
  'gu',
);

const SURNAMES = [
  ...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁',
];
const PERSON = new RegExp(
  `[${SURNAMES.join('')}](?=老师|医生|主任|师傅|先生|女士|教练|校长|书记|律师|大夫|护士|阿姨|奶奶|爷爷|工)`,
  'gu',
);

/** Names by what they end with: what an owner can be exchanged for. */
export type Owners = ReadonlyMap<string, readonly string[]>;

/** Gathers the names of places and bodies in texts. @param texts folded */
export function ownersOf(texts: readonly string[]): Owners {
  const owners = new Map<string, Set<string>>();
  for (const text of texts) {
    for (const [name, ending] of text.matchAll(OWNER)) {
      const same = owners.get(ending as string) ?? new Set();
      owners.set(ending as string, same.add(name));
    }
  }
  return new Map([...owners].map(([ending, names]) => [ending, [...names]]));
}

/**
 * The question asked of another owner, one that the article does not speak of.
 * @param question folded
 * @param article folded title and text
 * @returns nothing where it names none of the article's
 */
export function withOtherOwner(
  question: string,
  article: string,
  owners: Owners,
  random: () => number,
): string | undefined {
  const named = [...question.matchAll(OWNER)].filter(([name]) => article.includes(name));
  if (named.length > 0) {
    const { 0: name, 1: ending, index } = pick(named, random);
    const others = (owners.get(ending as string) ?? []).filter((other) => !article.includes(other));
    if (others.length === 0) return undefined;
    return question.slice(0, index) + pick(others, random) + question.slice(index + name.length);
  }
  const people = [...question.matchAll(PERSON)].filter(([surname]) => article.includes(surname));
  if (people.length === 0) return undefined;
  const { index } = pick(people, random);
  const others = SURNAMES.filter((surname) => !article.includes(surname));
  if (others.length === 0) return undefined;
  return question.slice(0, index) + pick(others, random) + question.slice(index + 1);
}
