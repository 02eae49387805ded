import { describe, expect, test } from 'vitest';
import { fold } from '../../src/language/fold.js';
import { analyseQuestion } from '../../src/language/question.js';

/** What of a text looks like the quantity that a question asks for. */
function quantityIn(question: string, text: string): string | undefined {
  return analyseQuestion(question).quantity?.exec(fold(text))?.[0];
}

describe('the quantity that is asked for', () => {
  test.each([
    ['天香路全长多少公里', '2021年开工，全长54公里', '54公里'],
    ['天香路有多长？', '2021年开工，全长54公里', '54公里'],
    ['大桥多高', '投资3亿元，桥高一百二十米', '一百二十米'],
    ['发生了几起火灾', '6月以来共发生5起', '5起'],
    ['门票多少钱？', '10月1日起，门票20元', '20元'],
    ['他今年几岁', '工作30年，现年五十八岁', '五十八岁'],
    ['他多大了', '工作30年，现年五十八岁', '五十八岁'],
    ['多大可以骑电动车', '2人以内，须年满16周岁', '16周岁'],
    ['博物馆周几不开门', '3月起，星期一闭馆', '星期一'],
    ['早上几度？', '11日，气温约5℃', '5℃'],
    ['末班车几点发车', '102路末班车22:30发车', '22:30'],
    ['增长了百分之几', '2023年增长27.6%', '27.6%'],
    ['受灾面积是多少', '共5起，面积122.6亩', '122.6亩'],
    ['有多少名护林员', '有3.7万余个网格、4.1万余名护林员', '4.1万余名'],
    ['哪一年建成', '10月26日，1998年建成', '1998年'],
    ['咨询电话是多少', '10人以上请拨0571-6288', '0571-6'],
    ['换一次要花多少', '每户68元，3天内', '68元'],
    ['报名费要多少', '10人，报名费120元', '120元'],
    ['老人打几折', '65岁以上半价', '半价'],
    ['超市过年初几开门', '5家超市初八开门', '初八'],
    ['老人打几折', '65岁以上七折', '七折'],
    ['哪天休息', '10人轮班，周一休息', '周一'],
    ['上門收幾錢', '兩人，30元', '30元'],
    ['要搬幾耐', '58號，十一個月', '十一个月'],
    ['打哪个号报名', '8月，拨6633-0777', '6633-0'],
    ['展覽持續多久', '10人，三個月', '三个月'],
  ])('%s: in “%s” it is %s', (question, text, expected) => {
    expect(quantityIn(question, text)).toBe(expected);
  });

  test.each(['谁发现了青霉素', '五步蛇是什么', '会议在哪里举行', '天香路', ''])(
    'is none in a question for something else: %s',
    (question) => {
      expect(analyseQuestion(question).quantity).toBeUndefined();
    },
  );
});
