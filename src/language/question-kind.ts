/** What a question may ask for. */
export type QuestionKind =
  | 'number'
  | 'time'
  | 'person'
  | 'place'
  | 'reason'
  | 'manner'
  | 'definition'
  | 'whether'
  | 'other';

/** Only closing signs and particles follow: the question ends here. */
const END = String.raw`(?:啊|呀|呢|吗|了)?[?？。!！\s]*$`;
/** 多 that asks for a measure; 许多大学 and 更多高校 ask for nothing. */
const HOW = '(?<![很许众诸更最太好])多';
const A_MEASURE =
  '比例|占比|数量|总数|人数|面积|价格|票价|金额|总额|身高|长度|高度|年龄|温度|收入|产值|产量|销量|票房|比分|电话|号码';
const A_ROLE =
  '(?<!机器)人|员|(?<!全|身|特|周|总|延|增)长|师|者|[歌选对助射旗]手|[专作画]家|(?:科学|艺术|音乐|企业|文学|发明)家|' +
  '[学医考男女先]生|[球影歌明]星|主任|书记|教授|导演|经理|总裁|主席|总统|皇帝|冠军|老板|店主|女士|主角|父亲|母亲|妻子|丈夫|儿子|女儿|孩子';
const A_PLACE =
  '国家|国|城市|城|省份?|县|市|州|洲|地区|地方|地点|地|区域?|岛屿?|村|镇|乡|街道?|社区|小区|大陆|海域?|河流?|山|机场|车站|港口|公园|景区|广场';
const A_WAY = '方法|方式|办法|手段|途径|渠道|措施|步骤';

/** 边 that asks in Cantonese (边度, 边个); 海边度假 does not. */
export const WHICH = '(?<![海河湖江溪路街身旁周左右东南西北两一山村岸前后里外上下这那手桌床窗门])边';

/** 点解 and 点样 that ask in Cantonese (why, how); 重点解决 and 三点解散 do not. */
export const WHY = '(?<=^|[\\s，,。？?！!：:、咁佢我你哋])点解';
export const HOW_SO = '(?<=^|[\\s，,。会要该系想])点样';
/** 初几 that asks for a day of the first month; 年初几次 does not. */
export const DAY_OF_FIRST_MONTH = String.raw`初几(?=[啊呀呢]?(?:[?？\s]|$)|[开关放上营恢能可去来走到才])`;

/** 几度 that asks; 几度春秋 does not. */
export const HOW_WARM = String.raw`几度(?=[啊呀呢了]?(?:$|[^\u4e00-\u9fff]))`;

/** Asking patterns by kind; the first that matches decides. They run on folded text. */
const PATTERNS: readonly (readonly [kind: QuestionKind, pattern: RegExp])[] = [
  [
    'reason',
    any(
      `[为因](?:什么|甚么|啥)|${WHY}`,
      '为何(?!物)',
      '因何|缘何|何以|何故|凭什么|凭啥',
      '(?:怎么|咋)(?:会|没|不|这么|那么|就|还(?![款贷书钱债原]))',
      '(?:怎么|咋)回事',
      '(?:什么|啥|何种)(?:原因|缘故|理由|导致|造成|引起|引发|促使)',
      `(?:原因|理由|缘由|起因|缘故)(?:是|为|有|何|在|${END})`,
      String.raw`\bwhy\b|\bhow come\b`,
    ),
  ],
  [
    'time',
    any(
      '(?:什么|啥)(?:时候|时间|时辰|日子)',
      '(?<![几任])何(?:时|年|月|日)|几时',
      '哪一?个?(?:年代?|天|日|月份?|世纪|时期|时段|时候|时间|朝代?|周|星期|季度?|季节|学期|阶段)',
      `${DAY_OF_FIRST_MONTH}|(?<!哪)几耐`,
      '(?<!哪)几(?:月|号(?!线|楼|门|院|馆)|点|时|年(?!级))|(?:周|星期|礼拜)几',
      `(?:时间|日期|年份|生日|期限)(?:是|为|${END})`,
      `${WHICH}(?:一?[年日]|个月)`,
      `${HOW}(?:久|长时间)`,
      '多少(?:年|天|日|个?月|个?小时)(?:以|之)?前',
      String.raw`\bwhen\b|\bwhat (?:time|day|date|year)\b|\bwhich year\b|\bhow long\b`,
    ),
  ],
  [
    'number',
    any(
      '多少|(?<!哪)几(?![乎何近经度许案率])',
      HOW_WARM,
      `${HOW}(?:大|长|高|远|重|深|宽|快|厚|贵|粗|热|冷)`,
      `人数|(?:${A_MEASURE})(?:是|为|${END})`,
      String.raw`\bhow (?:many|much|far|tall|high|big|large|old|deep|wide|heavy|fast)\b`,
    ),
  ],
  [
    'person',
    any(
      '谁|(?<!任)何人',
      `${WHICH}[个位](?!月)`,
      '哪一?(?:些|几)?(?:位|人|名)|哪一?个人',
      `哪一?(?:个|些)[^的]{0,3}(?:${A_ROLE})`,
      `(?<!是)什么人|什么人(?!${END})`,
      `姓什么|姓啥|姓甚名谁|贵姓|(?:${A_ROLE})(?:的?名字)?(?:是|叫|名叫|叫做)(?:什么|啥)`,
      String.raw`\bwho(?:m|se)?\b`,
    ),
  ],
  [
    'place',
    any(
      '哪里|哪儿|(?<!任)何[处地]|到哪|去哪|(?:什么|啥)(?:地方|地点|位置)',
      '在哪(?!一?(?:家|本|部|篇|份|场|次|款|期|支|届|种|类|方面))',
      `哪一?(?:个|座|些|处|条|几个)?(?:${A_PLACE})`,
      `(?:地址|地点|位置)(?:是|为|${END})`,
      `${WHICH}[度处]|喺边`,
      String.raw`\bwhere\b`,
    ),
  ],
  [
    'definition',
    any(
      '(?:什么|啥)(?:是|叫)|何谓|何为|为何物',
      `(?:指|意思|含义|定义|意义)的?(?:是|为)?(?:什么|啥|何|${END})`,
      `是(?:什么|啥)(?:意思|样?的?人|东西|玩意儿?|样子?)?${END}`,
      `是(?:干|做)(?:什么|啥|嘛)用?的`,
      String.raw`\bwhat(?: is| are|'s)\b|\bwhat does .+ mean\b`,
    ),
  ],
  [
    'manner',
    any(
      `如何|怎么办|${HOW_SO}`,
      `怎么(?!样?的|样?${END}|说|看)|怎样(?!的|${END})|咋(?!样?的|样?${END}|说|看)`,
      `(?:什么|哪些|啥|何种)(?:${A_WAY})|靠什么|凭借什么|通过什么|通过哪些`,
      String.raw`\bhow\b`,
    ),
  ],
  [
    'whether',
    any(
      '是否|能否|可否|可不可以|需不需要|可唔可以|有冇',
      String.raw`([\u4e00-\u9fff])[不没唔]\1`,
      String.raw`(?:[吗嘛]|(?<![什甚怎那这多])么)(?=[啊呀呢]?(?:[?？!！，,。\s]|$))`,
      String.raw`[^\s][不没][?？]?$`,
    ),
  ],
];

/**
 * What a question asks for, by its wording.
 * @param folded the folded question
 */
export function kindOf(folded: string): QuestionKind {
  return PATTERNS.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'other';
}

/** A question for what somebody is: 是谁 at its end, asked of whoever stands before it. */
export const WHO_IS = new RegExp(`(?:是|系)谁${END}`);

function any(...alternatives: readonly string[]): RegExp {
  return new RegExp(alternatives.join('|'));
}
