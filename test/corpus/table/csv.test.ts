import { describe, expect, test } from 'vitest';
import { faultsOf, outlineOf, readFile } from '../read-file.js';

const TICKETS = `票种,票价,说明
成人票,30元,含游船
儿童票,15元,"身高1.2米以下,免票"
`;
const TICKET_BLOCKS = [
  'header: 票种 · 票价 · 说明',
  'row: 票种：成人票 · 票价：30元 · 说明：含游船',
  'row: 票种：儿童票 · 票价：15元 · 说明：身高1.2米以下,免票',
];

const outline = async (content: string | Uint8Array, source = '票价.csv'): Promise<string[]> => {
  const reading = await readFile(source, content);
  expect(faultsOf(reading)).toEqual([]);
  return outlineOf(reading);
};

test('a table is an article of rows', async () => {
  const { articles } = await readFile('乌篷渡/票价.csv', TICKETS);
  expect(articles).toHaveLength(1);
  expect(articles[0]).toMatchObject({ title: '票价', unit: 'row', lines: [1, 3], source: '乌篷渡/票价.csv' });
  expect(articles[0]!.blocks.map(({ lines }) => lines)).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
  const { text, added } = articles[0]!;
  expect(added?.map(({ start, end }) => text.slice(start, end))).toEqual(
    [1, 2].flatMap(() => ['票种：', ' · 票价：', ' · 说明：']),
  );
});

describe('above the names of the columns there may be facts of the whole', () => {
  test.each<[what: string, above: string]>([
    ['labels with their values', '更新日期,2026-10-12,,'],
    ['two in a row', '更新日期,2026-10-12,经手,戚老板'],
    ['labels and values in one cell', '单位：元,制表：戚老板,,'],
  ])('%s', async (_, above) => {
    const table = '品类,品名,零售,整件,折扣\n菌菇,香菇,98,82,12%\n海味,虾皮,32,26,15%\n';
    expect((await outline(`价目表,,,,\n${above},\n${table}`, 'a.csv')).slice(2)).toEqual([
      'header: 品类 · 品名 · 零售 · 整件 · 折扣',
      'row: 品类：菌菇 · 品名：香菇 · 零售：98 · 整件：82 · 折扣：12%',
      'row: 品类：海味 · 品名：虾皮 · 零售：32 · 整件：26 · 折扣：15%',
    ]);
  });

  test('but a table of labels and values has no names', async () => {
    expect(await outline('更新日期,2026-10-12\n经手,戚老板\n电话,5586012\n', 'a.csv')).toEqual([
      'row: 更新日期 · 2026-10-12',
      'row: 经手 · 戚老板',
      'row: 电话 · 5586012',
    ]);
  });
});

describe('the delimiter is found', () => {
  const delimiters = [
    [',', 'comma'],
    ['\t', 'tab'],
    [';', 'semicolon'],
    ['|', 'vertical bar'],
  ] as const;
  test.each(delimiters)('%j', async (sign, name) => {
    const content = `线路${sign}首班${sign}末班\n1路${sign}6:00${sign}21:30\n2路${sign}6:30${sign}20:00\n`;
    const reading = await readFile('公交.csv', content);
    expect(reading.found).toEqual({ format: 'CSV', fields: { delimiter: name } });
    expect(outlineOf(reading)).toEqual([
      'header: 线路 · 首班 · 末班',
      'row: 线路：1路 · 首班：6:00 · 末班：21:30',
      'row: 线路：2路 · 首班：6:30 · 末班：20:00',
    ]);
  });

  test('as Excel is told of it, in a line that is no row', async () => {
    const reading = await readFile('a.csv', 'sep=;\n物品,型号;数量\n灯,大;3\n');
    expect(outlineOf(reading)).toEqual(['header: 物品,型号 · 数量', 'row: 物品,型号：灯,大 · 数量：3']);
  });

  test('where cells hold others, by what all rows have', async () => {
    expect(await outline('名称\t地址\n枫桥馆\t河街3号,东门\n柳溪馆\t北街8号\n', 'a.tsv')).toEqual([
      'header: 名称 · 地址',
      'row: 名称：枫桥馆 · 地址：河街3号,东门',
      'row: 名称：柳溪馆 · 地址：北街8号',
    ]);
  });
});

describe('the encoding is found', () => {
  const gbk = Buffer.from([
    0xc6, 0xb1, 0xd6, 0xd6, 0x2c, 0xc6, 0xb1, 0xbc, 0xdb, 0x0a, 0xb3, 0xc9, 0xc8, 0xcb, 0xc6, 0xb1, 0x2c,
    0x33, 0x30, 0x0a,
  ]);
  const blocks = ['header: 票种 · 票价', 'row: 票种：成人票 · 票价：30'];
  const text = '票种,票价\n成人票,30\n';
  test.each([
    ['GB18030', gbk, 'GB18030'],
    ['UTF-16 with a byte-order mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'UTF-16'],
    ['UTF-8 with one, as Excel writes it', Buffer.from(`\ufeff${text}`), undefined],
  ])('%s', async (_, bytes, encoding) => {
    const reading = await readFile('a.csv', bytes);
    expect(outlineOf(reading)).toEqual(blocks);
    expect(reading.found?.encoding).toBe(encoding);
  });
});

describe('the header', () => {
  const cases: readonly [name: string, content: string, blocks: readonly string[]][] = [
    [
      'absent: the first row holds figures',
      '枫桥馆,12米\n柳溪馆,8米\n',
      ['row: 枫桥馆 · 12米', 'row: 柳溪馆 · 8米'],
    ],
    [
      'absent: the first row holds sentences',
      '枫桥馆,周一闭馆。\n柳溪馆,全年开放。\n',
      ['row: 枫桥馆 · 周一闭馆。', 'row: 柳溪馆 · 全年开放。'],
    ],
    [
      'below a title and a date',
      '枫桥镇集市摊位表,,\n2026年3月8日,,\n摊位,摊主,电话\n1,周文,6201\n',
      [
        'title: 枫桥镇集市摊位表',
        'paragraph: 2026年3月8日',
        'header: 摊位 · 摊主 · 电话',
        'row: 摊位：1 · 摊主：周文 · 电话：6201',
      ],
    ],
    [
      'with years beside words',
      '项目,2024年,2025年\n游客,3万,5万\n',
      ['header: 项目 · 2024年 · 2025年', 'row: 项目：游客 · 2024年：3万 · 2025年：5万'],
    ],
    ['with fewer names than cells', '甲,乙\n1,2,3\n', ['header: 甲 · 乙', 'row: 甲：1 · 乙：2 · 3']],
    ['of a table of one column: none', '枫桥\n柳溪\n', ['row: 枫桥', 'row: 柳溪']],
  ];
  test.each(cases)('%s', async (_, content, blocks) => {
    expect(await outline(content)).toEqual(blocks);
  });

  test('a remark below the table belongs to no column', async () => {
    expect(await outline(`${TICKETS}\n注：节假日不变。,,\n`)).toEqual([
      ...TICKET_BLOCKS,
      'note: 注：节假日不变。',
    ]);
  });

  test('a title in the table is the title of the article', async () => {
    expect((await readFile('表1.csv', '枫桥镇集市,\n摊位,摊主\n1,周文\n')).articles[0]?.title).toBe(
      '枫桥镇集市',
    );
  });
});

describe('rows that are articles', () => {
  test('by the names of the columns', async () => {
    const content =
      '标题,正文,作者,日期\n古井完工,"井深十二米。\n井栏由青石重砌。",周文,2026-03-08\n集市改期,每月初六开市。,,\n';
    const { articles, found } = await readFile('稿件.csv', content);
    expect(articles).toMatchObject([
      {
        title: '古井完工',
        text: '井深十二米。\n井栏由青石重砌。',
        author: '周文',
        date: '2026-03-08',
        unit: 'row',
        lines: [2, 2],
      },
      { title: '集市改期', text: '每月初六开市。', lines: [3, 3] },
    ]);
    expect(found).toEqual({
      format: 'CSV',
      fields: { delimiter: 'comma', title: '标题', text: '正文', author: '作者', date: '日期' },
    });
  });

  test('questions with their answers too', async () => {
    expect(await outline('问题,答案\n古井多深？,十二米。\n')).toEqual([
      'question: 古井多深？',
      'answer: 十二米。',
    ]);
  });

  test('rows without text are told of once', async () => {
    const reading = await readFile('a.csv', 'title,text\n甲,甲文。\n乙,\n丙,\n');
    expect(reading.unreadable).toEqual([
      {
        source: 'a.csv',
        line: 3,
        problem: {
          en: 'There is no text in row 3 (and 1 more).',
          zh: '这一行没有正文（还有 1 行也没有）。',
        },
        remedy: { en: 'Write one, or remove the row.', zh: '请补上正文，或删掉这一行。' },
      },
    ]);
  });
});

describe('what is broken', () => {
  test('a quotation mark that is not closed costs no row', async () => {
    const reading = await readFile('a.csv', '物品,备注\n灯,坏\n锁,"新\n门,旧\n');
    expect(outlineOf(reading)).toEqual([
      'header: 物品 · 备注',
      'row: 物品：灯 · 备注：坏',
      'row: 物品：锁 · 备注："新',
      'row: 物品：门 · 备注：旧',
    ]);
    expect(reading.unreadable).toMatchObject([
      { line: 3, problem: { en: expect.stringMatching(/^A quotation mark/) } },
    ]);
  });

  test.each([
    ['bytes of no text', new Uint8Array([0xff, 0, 1]), 'It is not text'],
    ['nothing', '', 'It holds no text.'],
    ['blank rows only', ',,\n,,\n', 'It holds no text.'],
  ])('%s', async (_, content, problem) => {
    const reading = await readFile('a.csv', content);
    expect(reading.articles).toEqual([]);
    expect(reading.unreadable[0]?.problem.en).toContain(problem);
  });

  test('quotation marks inside a cell are text', async () => {
    expect(await outline('名称,话\n周文,他说"好"的\n')).toContain('row: 名称：周文 · 话：他说"好"的');
  });
});

test('columns are known by the names that other programs give them', async () => {
  const { articles } = await readFile(
    '稿件.csv',
    '题名,post_content,更新时间\n守闸人,老魏守闸。,2026-11-06\n',
  );
  expect(articles).toMatchObject([{ title: '守闸人', text: '老魏守闸。', date: '2026-11-06' }]);
});

test.each(['7—9月', '7月至9月', '2025年7-9月'])('several months name a column: %s', async (months) => {
  expect(await outline(`户主,${months},备注\n何大毛,38,已交\n罗金花,21,未交\n`, 'a.csv')).toEqual([
    `header: 户主 · ${months} · 备注`,
    `row: 户主：何大毛 · ${months}：38 · 备注：已交`,
    `row: 户主：罗金花 · ${months}：21 · 备注：未交`,
  ]);
});

describe('two rows name the columns', () => {
  const cases: readonly [name: string, content: string, blocks: readonly string[]][] = [
    [
      'where the second has the same names below each of the first',
      '一季度,,二季度,\n收入,支出,收入,支出\n12,8,15,9\n',
      [
        'header: 一季度 收入 · 一季度 支出 · 二季度 收入 · 二季度 支出',
        'row: 一季度 收入：12 · 一季度 支出：8 · 二季度 收入：15 · 二季度 支出：9',
      ],
    ],
    [
      'where the second stands above figures',
      '门票价目,,,,\n景点,门票,,船票,备注\n,平日,周末,,\n乌篷渡,20元,30元,15元,雨天停售\n',
      [
        'title: 门票价目',
        'header: 景点 · 门票 平日 · 门票 周末 · 船票 · 备注',
        'row: 景点：乌篷渡 · 门票 平日：20元 · 门票 周末：30元 · 船票：15元 · 备注：雨天停售',
      ],
    ],
    [
      'where the second has years',
      '村,收入,,支出,\n,2024年,2025年,2024年,2025年\n枫桥,12,8,15,9\n',
      [
        'header: 村 · 收入 2024年 · 收入 2025年 · 支出 2024年 · 支出 2025年',
        'row: 村：枫桥 · 收入 2024年：12 · 收入 2025年：8 · 支出 2024年：15 · 支出 2025年：9',
      ],
    ],
    [
      'where the others are named in the second',
      ',一季度,,二季度,\n村,收入,支出,收入,支出\n枫桥,12,8,15,9\n',
      [
        'header: 村 · 一季度 收入 · 一季度 支出 · 二季度 收入 · 二季度 支出',
        'row: 村：枫桥 · 一季度 收入：12 · 一季度 支出：8 · 二季度 收入：15 · 二季度 支出：9',
      ],
    ],
  ];
  test.each(cases)('%s', async (_, content, blocks) => {
    expect(await outline(content)).toEqual(blocks);
  });

  const single: readonly [name: string, content: string, header: string][] = [
    [
      'a column has no name',
      '姓名,电话,,备注\n周文,无,家里,邻居\n沈禾,6201,单位,门卫\n',
      'header: 姓名 · 电话 · 备注',
    ],
    [
      'no column but the first has one',
      '姓名,,职务,\n周文,男,主任,兼职\n沈禾,女,会计,专职\n',
      'header: 姓名 · 职务',
    ],
    [
      'the second row holds figures',
      '摊位,,电话,\n东一,周文,6201,6202\n东二,沈禾,6203,6204\n',
      'header: 摊位 · 电话',
    ],
    [
      'the second row holds numbers that could be years',
      '收入,,支出,\n1200,1300,1500,1600\n1201,1301,1501,1601\n',
      'header: 收入 · 支出',
    ],
    ['there is nothing below', '一月,摊位,\n,东,西\n', 'header: 一月 · 摊位'],
  ];
  test.each(single)('not where %s', async (_, content, header) => {
    expect((await outline(content))[0]).toBe(header);
  });
});
