import { describe, expect, test } from 'vitest';
import { outline } from './outline.js';

const LONG = '为落实市政府关于推进城乡供水一体化的部署，水务部门今年以来新建管网三百余公里，';
const CLOSED = '全市供水普及率因此提高到百分之九十八。';

describe('broken paragraphs', () => {
  const whole = LONG + CLOSED;
  const cases: readonly [name: string, lines: string[], expected: string[]][] = [
    ['a long line without an end goes on', [LONG.slice(0, 35), LONG.slice(35) + CLOSED], [whole]],
    ['over three columns', [LONG.slice(0, 32), LONG.slice(32), CLOSED], [whole]],
    ['a repeated character goes', [LONG.slice(0, 31), LONG.slice(30) + CLOSED], [whole]],
    ['a repeated word goes', [LONG.slice(0, 35), LONG.slice(33) + CLOSED], [whole]],
    [
      'a repeated end of a sentence goes',
      ['双方终于握手言和。', '言和。此后三年无事。'],
      ['双方终于握手言和。此后三年无事。'],
    ],
    [
      'a doubled word stays',
      [`${LONG}村里的老人常`, '常说起这件事。'],
      [`${LONG}村里的老人常常说起这件事。`],
    ],
    ['two words that share a character stay', [`${LONG}中国`, '国家队来了。'], [`${LONG}中国国家队来了。`]],
    ['a repeated comma goes', [LONG, '，全市受益。'], [`${LONG}全市受益。`]],
    ['a word of the dictionary goes across', ['市里修改了公积', '金的办法。'], ['市里修改了公积金的办法。']],
    ['a preposition wants more', ['新桥横跨在', '柳塘河上。'], ['新桥横跨在柳塘河上。']],
    ['a short headline keeps its last character', ['离水', '水清了，鸟来了。'], ['离水', '水清了，鸟来了。']],
    [
      'numbers in columns stay apart',
      ['黄瓜 3.6 3', '2 元一斤，菠菜五元。'],
      ['黄瓜 3.6 3', '2 元一斤，菠菜五元。'],
    ],
    ['digits never count as repeated', [`${LONG}总长1`, '1公里。'], [`${LONG}总长11公里。`]],
    ['a quotation goes across', ['他说：“桥通了', '路也就通了。”'], ['他说：“桥通了路也就通了。”']],
    [
      'a closing sign begins no paragraph',
      ['大桥全长一千二百米', '，主跨五百米。'],
      ['大桥全长一千二百米，主跨五百米。'],
    ],
    ['a number goes across', ['据统计，去年的总产值达到15', '亿元。'], ['据统计，去年的总产值达到15亿元。']],
    [
      'a word goes across that stands undivided elsewhere',
      ['渝北银', '座银行扩建。', '那是渝北银座银行。'],
      ['渝北银座银行扩建。', '那是渝北银座银行。'],
    ],
    [
      'Latin words keep their space',
      ['In the year of the great flood, the people of this small town', 'built a new dam.'],
      ['In the year of the great flood, the people of this small town built a new dam.'],
    ],
    ['whole paragraphs stay apart', [CLOSED, CLOSED], [CLOSED, CLOSED]],
    ['a subhead stays apart', [CLOSED, '引水上山，修渠下乡', CLOSED], [CLOSED, '引水上山，修渠下乡', CLOSED]],
    [
      'a list stays apart',
      [`${LONG}计划`, '1. 修渠。', '2. 引水。'],
      [`${LONG}计划`, '1. 修渠。', '2. 引水。'],
    ],
    [
      'a dateline stays apart',
      [`${LONG}计划`, '本报讯（记者 李明）昨日开工。'],
      [`${LONG}计划`, '本报讯（记者 李明）昨日开工。'],
    ],
    [
      'rows of a table stay apart',
      ['| 甲，乙 | 丙 |', '| 丁 | 戊。 |'],
      ['| 甲，乙 | 丙 |', '| 丁 | 戊。 |'],
    ],
    [
      'rows of values stay apart',
      [
        '1,北湖镇人民政府第一会议室,上午九点整,全体村民代表参加',
        '2,北湖镇人民政府第二会议室,下午三点整,全体村民代表参加',
      ],
      [
        '1,北湖镇人民政府第一会议室,上午九点整,全体村民代表参加',
        '2,北湖镇人民政府第二会议室,下午三点整,全体村民代表参加',
      ],
    ],
    ['verse stays apart', ['床前明月光，', '疑是地上霜。'], ['床前明月光，', '疑是地上霜。']],
    [
      'labels stay apart',
      ['地址：澜江市人民路一百二十号第五小学东门对面二楼', '电话：12345'],
      ['地址：澜江市人民路一百二十号第五小学东门对面二楼', '电话：12345'],
    ],
  ];
  test.each(cases)('%s', (_, lines, expected) => {
    const [article] = outline(`# 题\n\n${CLOSED}\n\n${lines.join('\n\n')}\n\n${CLOSED}`);
    expect(article!.slice(2, -1).map((block) => block.replace(/^[a-z]+: /, ''))).toEqual(expected);
  });
});
