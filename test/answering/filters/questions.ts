/** What a question has to bring, over the collection beside this file. */
export interface FilterCase {
  readonly question: string;
  /** What the first excerpt has to hold; absent where nothing may be found. */
  readonly first?: string;
  /** Kinds of the filters that have to be told of, in order; default none. */
  readonly filters?: readonly ('date' | 'publication' | 'page' | 'title' | 'phrase')[];
  /** Whether a filter has to be told of as having left nothing; default no. */
  readonly leftNothing?: boolean;
  /** In how many places exactly these words stand. */
  readonly places?: number;
}

const date = ['date'] as const;
const publication = ['publication'] as const;
const phrase = ['phrase'] as const;

/** Some sixty questions, written before what answers them. */
export const QUESTIONS: readonly FilterCase[] = [
  // A day, in many spellings.
  { question: '3月8日哪座桥通车了', first: '梅溪大桥', filters: date },
  { question: '2026年3月8日什么大桥通车', first: '梅溪大桥', filters: date },
  { question: '2026-03-17开张的是什么', first: '夜市', filters: date },
  { question: '2026.3.17夜市有多少摊位', first: '一百二十个', filters: date },
  { question: '二〇二六年三月十七日夜市几点营业', first: '六点', filters: date },
  { question: '3月14号马拉松冠军是谁', first: '陆远山', filters: date },
  { question: '2025年3月16日马拉松冠军是谁', first: '汤小川', filters: date },
  { question: '民国三十四年八月县城庆祝什么', first: '庆祝胜利', filters: date },
  { question: '民国三十四年商铺减价几天', first: '两天', filters: date },
  { question: '今天哪里停电', first: '城东', filters: date },
  { question: '昨天哪里停水', first: '城西', filters: date },
  { question: '3月20日停电停到几点', first: '下午四点', filters: date },
  // Months, seasons, years, and what counts back from today.
  { question: '上个月灯会展出多少盏彩灯', first: '六百盏', filters: date },
  { question: '2026年2月灯会在哪里', first: '文庙广场', filters: date },
  { question: '去年夏天暴雨转移了多少群众', first: '四百人', filters: date },
  { question: '2024年夏天暴雨转移了多少群众', first: '一百五十人', filters: date },
  { question: '前年七月暴雨转移多少群众', first: '一百五十人', filters: date },
  { question: '2025年7月暴雨抢修用了几天', first: '三天', filters: date },
  { question: '去年春季马拉松冠军是谁', first: '汤小川', filters: date },
  { question: '今年春季马拉松冠军是谁', first: '陆远山', filters: date },
  { question: '本月马拉松多少人参赛', first: '三千人', filters: date },
  { question: '最近一周夜市开张有多少摊位', first: '一百二十个', filters: date },
  { question: '上周马拉松多少人参赛', first: '三千人', filters: date },
  { question: '2025年马拉松多少人参赛', first: '两千人', filters: date },
  { question: '2021年居民医保缴费多少', first: '二百八十元', filters: date },
  { question: '2024年居民医保缴费多少', first: '三百八十元', filters: date },
  // The text itself speaks of the year.
  { question: '2024年全县有多少户', first: '三万一千户', filters: date },
  { question: '2023年全县有多少户', first: '三万户', filters: date },
  { question: '清明节四月四日至四月六日放几天假', first: '放假三天', filters: date },
  { question: '2026年3月16日的通知清明节放假几天', first: '三天', filters: date },
  // A publication, a page, a title.
  { question: '柳江日报上说梅溪大桥全长多少', first: '梅溪大桥全长', filters: publication },
  { question: '梅溪晚报上多少市民上桥参观', first: '两万市民', filters: publication },
  { question: '梅溪晚报报道的马拉松，2025年冠军是谁', first: '汤小川', filters: ['publication', 'date'] },
  { question: '柳江日报第3版油菜花节门票多少', first: '十五元', filters: ['publication', 'page'] },
  { question: '白鹭快报第2版上头茶每斤多少钱', first: '一百六十元', filters: ['publication', 'page'] },
  { question: '白鹭快报上说一天摆渡几趟', first: '二十趟', filters: publication },
  { question: '《白鹭文艺》上每天摆渡几趟', first: '六趟', filters: publication },
  { question: '第3版早稻育秧多少亩', first: '四万亩', filters: ['page'] },
  { question: '3月8日第3版讲了什么花节', first: '油菜花节', filters: ['date', 'page'] },
  { question: '《夜市开张》里有多少摊位', first: '一百二十个', filters: ['title'] },
  { question: '《灯会亮灯》展出多少彩灯', first: '六百盏', filters: ['title'] },
  { question: '柳江统计局公布全县多少户', first: '户', filters: publication },
  { question: '《人口公报》2023年有多少户', first: '三万户', filters: ['title', 'date'] },
  // A filter that leaves nothing.
  { question: '1998年夜市有多少摊位', first: '一百二十个', filters: date, leftNothing: true },
  { question: '第9版夜市有多少摊位', first: '一百二十个', filters: ['page'], leftNothing: true },
  { question: '上个月春季马拉松冠军是谁', first: '马拉松', filters: date, leftNothing: true },
  { question: '《月亮与六便士》的门票多少', filters: ['title'], leftNothing: true },
  { question: '昨天火星基地建成了吗', filters: date, leftNothing: true },
  // What holds now; what corrects, revises or repeals.
  { question: '现在居民医保缴费多少', first: '四百二十元' },
  { question: '居民医保最新缴费标准是多少', first: '四百二十元' },
  { question: '目前8路公交票价多少', first: '两元' },
  { question: '8路公交末班车几点', first: '二十二点半' },
  { question: '最新的马拉松冠军是谁', first: '陆远山' },
  { question: '梅溪大桥全长多少米', first: '八百六十米' },
  { question: '养犬登记费每年多少钱', first: '六十元' },
  { question: '遛犬时间是晚上几点以后', first: '七点' },
  // Printed twice.
  { question: '植树节种下多少香樟', first: '一万株' },
  // Exactly these words.
  { question: '“水涨船高”', first: '水涨船高', filters: phrase, places: 2 },
  { question: '「水漲船高，心靜魚來」', first: '水涨船高，心静鱼来', filters: phrase, places: 1 },
  { question: '"暴雨"', first: '暴雨', filters: phrase, places: 4 },
  { question: '“转移 群众”', first: '转移群众', filters: phrase, places: 2 },
  { question: '“水涨鱼高”', filters: phrase, leftNothing: true, places: 0 },
  { question: '“参赛的冠军”', filters: phrase, leftNothing: true, places: 0 },
];
