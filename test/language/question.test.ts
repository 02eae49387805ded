import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseQuestion, type QuestionKind } from '../../src/language/question.js';
import { anyText } from './texts.js';

/** Questions by what they ask for; natural ones, among them short queries and spoken and Traditional forms. */
const BY_KIND: Readonly<Record<QuestionKind, readonly string[]>> = {
  number: [
    '入場費幾多錢',
    '會所間房租一節幾錢',
    '澜江大桥有多长？',
    '这座楼有多少层',
    '新桥花了几个亿',
    '一张门票多少钱？',
    '失业率是多少',
    '他今年几岁了？',
    '农民人均收入增长了百分之几',
    '得了第几名？',
    '比分是几比几',
    '占全国的比例是多少？',
    '平均年龄多大',
    '成立多少年了？',
    '森林火灾受灾面积',
    '網上零售總額是多少',
    '参加人数',
    'How many people attended?',
    'How tall is the tower?',
  ],
  time: [
    '游泳班邊日有位',
    '總站要搬幾耐',
    '超市过年初几开门',
    '大桥什么时候通车？',
    '会议哪天召开',
    '他是哪一年出生的？',
    '公司成立于何时？',
    '末班车几点发车？',
    '比赛在几月几号举行',
    '周几休息？',
    '星期几开放',
    '展览持续多久？',
    '修了多长时间',
    '这座庙建于哪个朝代？',
    '啥时候放假',
    '多少年前建的？',
    '开了几年了',
    '开工日期',
    '毕业时间是？',
    '戰爭是什麼時候結束的',
    'When did the bridge open?',
    'How long does it take?',
  ],
  person: [
    '飯盒邊個去送',
    '谁发现了青霉素？',
    '大桥的总设计师是谁？',
    '哪位作家获得了诺贝尔奖',
    '校长叫什么名字？',
    '第一任馆长叫什么？',
    '市长是哪位',
    '哪些人获得表彰',
    '是什么人报的警',
    '哪个队员进了球？',
    '谁的作品获奖了？',
    '照片是谁拍的',
    '何人所作',
    '主教练姓什么',
    '誰擔任總經理',
    'Who won the prize?',
    'Whose idea was it?',
  ],
  place: [
    '搬咗之後喺邊度搭58S？',
    '狗狗嘅廁所設喺邊',
    '会议在哪里举行？',
    '他出生在哪个省份',
    '总部位于何处？',
    '公司总部在哪',
    '哪个城市最先试点',
    '五步蛇分布在什么地方',
    '他是哪里人',
    '从哪儿出发？',
    '这条河流经哪些县',
    '哪座山最高',
    '飞机降落在哪个机场',
    '图书馆搬到哪去了',
    '展览地点',
    '報名地址是？',
    'Where is the museum?',
  ],
  reason: [
    '點解58S要搬總站呀',
    '图书馆为什么要搬家？',
    '为何推迟开工？',
    '为啥涨价',
    '航班因何取消？',
    '他缘何辞职',
    '火灾的原因是什么',
    '什么原因造成停电',
    '是什么导致了事故',
    '学校凭什么收费',
    '怎么没有按时完工？',
    '怎么这么多人',
    '延期的理由',
    '因为什么停课',
    '這是怎麼回事',
    'Why was it delayed?',
  ],
  manner: [
    '遲到會點樣',
    '海边度假村怎么走',
    '下午三点解散以后怎么回家',
    '怎样报名？',
    '如何预防火灾',
    '怎么去机场',
    '怎么还款',
    '咋办理社保卡',
    '用什么方法检测',
    '社保卡丢了怎么办',
    '怎么样才能免费入园',
    '有哪些途径可以申请',
    '靠什么脱贫',
    '怎麼聯繫志願者',
    'How do I apply?',
  ],
  definition: [
    '什么是“135”机制',
    '“一长三员”是什么意思',
    '五步蛇是什么？',
    '“人林扫码”指的是什么',
    '何谓互联互通',
    '什么叫存量时代',
    '李然是什么人？',
    '数字人民币是什么东西',
    '血清库是干什么的',
    'CPI是啥',
    '欧盟是什么组织的意思',
    '什麼是碳中和',
    'What is blockchain?',
    'What does CPI mean?',
  ],
  whether: [
    '你觉得几乎不可能吗',
    '任何时候都可以退票吗',
    '许多大学都在招生吗',
    '有没有停车场',
    '京东物流是否接入了天猫？',
    '停车要不要钱',
    '小孩能进去吗？',
    '可以带狗去吗',
    '户口本要带不',
    '是否需要预约',
    '我兒子15歲可唔可以用健身室呀',
    '报名费退吗，不去的话',
  ],
  other: [
    '会议重点解决哪些问题',
    '天香路',
    '从黑公路 收益',
    '五步蛇的学名叫什么？',
    '淘宝卖家以前能选哪些快递',
    '哪家公司中标',
    '他在哪家公司上班',
    '哪几家公司参与了投标',
    '用什么语言写的',
    '演出效果怎么样？',
    '图书馆曾几何时成了网红',
    '何启明教授的研究',
    'bridge opening ceremony',
  ],
};

describe.each(Object.entries(BY_KIND))('asks for: %s', (kind, questions) => {
  test.each(questions)('%s', (question) => {
    expect(analyseQuestion(question).kind).toBe(kind);
  });
});

describe('是谁 asks', () => {
  test.each([
    ['what somebody named is', '罗键是谁？', 'definition'],
    ['the same of somebody unknown to dictionaries', '请问左黎韵是谁啊', 'definition'],
    ['for the name behind an office', '馆长是谁？', 'person'],
    ['for the name behind an act', '罗键是谁介绍来的', 'person'],
  ])('%s: %s', (_, question, kind) => {
    expect(analyseQuestion(question).kind).toBe(kind);
  });
});

/** Asking word, head and content words of a question. */
function read(
  question: string,
): readonly [asking: string | undefined, head: string | undefined, content: string] {
  const { text, asking, head, content } = analyseQuestion(question);
  return [asking && text.slice(asking.start, asking.end), head, content.map(({ term }) => term).join(' ')];
}

describe('a question has an asking word, a head and content words', () => {
  test.each([
    ['the noun after the asking word', '哪家医院保存血清？', '哪家', '医院', '医院 保存 血清'],
    ['the noun before it, over 是 and 叫', '大桥的总设计师是谁？', '谁', '设计师', '大桥 总 设计师'],
    ['none beside a verb', '谁发现了青霉素', '谁', undefined, '发现 青霉素'],
    ['the last asking word', '你知道谁哪天到吗', '哪天', undefined, ''],
    ['the number in 哪一年 asked for, not searched', '他哪一年出生', '哪一年', undefined, '出生'],
    ['the share in 百分之几 asked for, not searched', '增长了百分之几', '百分之几', undefined, '增长'],
    ['several asking words', '几月几号举行', '几', undefined, '举行'],
    ['Traditional ones', '圖書館為什麼搬家', '为什么', '图书馆', '图书馆 搬家'],
    ['spoken ones', '图书馆为啥搬家', '为啥', '图书馆', '图书馆 搬家'],
    ['English ones', 'When did the WeChat office move?', 'When', undefined, 'wechat office move'],
    [
      'numbers in one spelling',
      '1.2万人参加了2023年的比赛吗',
      undefined,
      undefined,
      '12000 人 参加 2023年 比赛',
    ],
    ['a name that segmentation took for one word with what asks', '田民是谁', '谁', '田民', '田民'],
    ['no content in what a price is for', '羊肉多少钱一斤', '多少钱', '羊肉', '羊肉'],
    [
      'a verb that segmentation took for one word with 钱',
      '大桥花了多少钱修',
      '多少钱',
      undefined,
      '大桥 花 修',
    ],
    ['degrees that are asked for', '早上几度', '几度', undefined, '早上'],
    ['no asking word in 几度 that asks for none', '几度春秋', undefined, undefined, '几度 春秋'],
    ['the verb of 开不开', '周一开不开', undefined, undefined, '周一 开'],
    ['an everyday word that segmentation cuts', '公租房谁能住', '谁', '公租房', '公租房 住'],
    ['no name 路车 of a bus line', '27路车几点发车', '几', undefined, '27 路 车 发车'],
    ['nothing of Cantonese grammar', '會所嘅證唔見咗，補一張幾錢', '几钱', undefined, '会所 证 唔见 补一张'],
    ['nothing of 那天 and the like', '运动会那天还要带饭吗', undefined, undefined, '运动会 带饭'],
    ['nothing of who asks, and for whom', '你好，我妈几点能去图书馆', '几', undefined, '图书馆'],
    ['none in a keyword query', '天香路 全长', undefined, undefined, '天香路 全长'],
    ['no content in politeness', '请问，您知道吗？', undefined, undefined, ''],
    ['no asking word in 任何', '任何人都可以退票吗', undefined, undefined, '任何人 退票'],
  ])('%s: %s', (_, question, asking, head, content) => {
    const [found, ...rest] = read(question);
    expect([found && foldedSpelling(found), ...rest]).toEqual([
      asking && foldedSpelling(asking),
      head,
      content,
    ]);
  });
});

/** 為什麼 and 为什么 are the same asking word. */
function foldedSpelling(word: string): string {
  return analyseQuestion(word).folded;
}

test('any text is read, with the asking word and the content inside it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { folded, asking, content } = analyseQuestion(text);
      expect(folded.length).toBe(text.length);
      for (const { start, end } of [...content, ...(asking ? [asking] : [])]) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});

test('a question of 4,096 characters is read, however monotonous', () => {
  for (const piece of ['多', '什么', '怎么', '百', '一', 'a', '1', '“', '。', '是什么 ', '有'])
    expect(analyseQuestion(piece.repeat(4096 / piece.length)).text.length).toBeGreaterThan(4000);
});
