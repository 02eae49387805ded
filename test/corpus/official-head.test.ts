import { describe, expect, test } from 'vitest';
import { column, pdfOf, wrapped } from '../../lab/fuzz/builders/build-pdf.js';
import { centred, docxOf, paragraph, styled } from '../../lab/fuzz/builders/docx-files.js';
import { isIssuer, namesNoArticle } from '../../src/corpus/bare-names.js';
import { titleBelowHead } from '../../src/corpus/official-head.js';
import { outlineOf, readFile } from './read-file.js';

const ISSUER = '青石县人民政府办公室文件';
const NUMBER = '青政办发〔2026〕3号';
const TITLE = '关于调整渡口开放时间的通知';
const TO = '各乡镇人民政府，县直各单位：';
const TEXT = '因渡口改造施工，自3月10日起渡口开放时间调整为每日七时至十八时，节假日不变。';

describe('the title of an official paper', () => {
  const cases: readonly [name: string, lines: string[], title: string | undefined][] = [
    ['below issuer and number', [ISSUER, NUMBER, TITLE, TO, TEXT], TITLE],
    [
      'whatever it is called, where both stand above',
      [ISSUER, NUMBER, '青石县渡口管理若干措施', TO],
      '青石县渡口管理若干措施',
    ],
    ['below the number first', [NUMBER, '青石县人民政府', TITLE, TO], TITLE],
    ['below the number alone', [NUMBER, `青石县教育局${TITLE}`, TO], `青石县教育局${TITLE}`],
    ['below the issuer alone', ['青石县教育局', TITLE, TO], TITLE],
    ['that needs no 关于', ['青石县教育局', '2026年春季招生工作方案', TEXT], '2026年春季招生工作方案'],
    ['below two issuers', ['青石县教育局　青石县财政局', '青教〔2026〕12号', TITLE], TITLE],
    ['below both in a line', ['青石县教育局文件　　青教〔2026〕12号', TITLE], TITLE],
    ['below letters set apart', ['青 石 县 人 民 政 府 文 件', NUMBER, TITLE], TITLE],
    [
      'below what else a head has',
      ['000012', '机密★1年', '特急', ISSUER, `${NUMBER}　　签发人：王小明`, '————★————', TITLE],
      TITLE,
    ],
    ['below a number in brackets and a day', [ISSUER, `（${NUMBER}）`, '2026年3月8日', TITLE], TITLE],
    [
      'in traditional characters',
      ['青石縣教育局', '關於調整渡口開放時間的通知', TO],
      '關於調整渡口開放時間的通知',
    ],
    [
      'broken into two lines',
      [ISSUER, NUMBER, '青石县人民政府办公室关于印发青石县', '渡口管理办法的通知', TO],
      '青石县人民政府办公室关于印发青石县渡口管理办法的通知',
    ],
    ['is the first line where the number is below', [`青石县教育局${TITLE}`, NUMBER, TO, TEXT], undefined],
    ['is none with the salutation', ['青石县教育局', '青教〔2026〕12号', TO, TEXT], undefined],
    ['is no sentence', ['青石县教育局', '青教〔2026〕12号', TEXT], undefined],
    ['is no heading', ['青石县教育局', '青教〔2026〕12号', '一、开放时间', TEXT], undefined],
    ['is none in an account of an office', ['青石县图书馆', '馆藏图书十二万册', TEXT], undefined],
    [
      'is none of several below an office',
      ['青石县图书馆', '关于开放时间的说明', TEXT, '关于借书证的说明', TEXT],
      undefined,
    ],
    ['is none of two headlines', ['澜江大桥合龙', '关于通车时间的说明', TEXT], undefined],
    ['is none in a list of offices', ['青石县教育局', '青石县财政局', '青石县交通局'], undefined],
  ];
  test.each(cases)('%s', (_, lines, title) => {
    const found = titleBelowHead(lines);
    expect(found && lines.slice(found.start, found.end).join('')).toBe(title);
  });
});

describe('in each format', () => {
  const expected = [
    `kicker: ${ISSUER}`,
    `kicker: ${NUMBER}`,
    `title: ${TITLE}`,
    `paragraph: ${TO}`,
    `paragraph: ${TEXT}`,
  ];
  const lines = [ISSUER, NUMBER, TITLE, TO, TEXT];
  const html = (head: string) =>
    `<html><head>${head}</head><body>${lines.map((line) => `<p>${line}</p>`).join('')}`;
  const pdf = (title?: string) =>
    pdfOf(
      [
        [
          { text: ISSUER, x: 120, y: 90, size: 28 },
          { text: NUMBER, x: 230, y: 140 },
          { text: TITLE, x: 150, y: 190, size: 20 },
          { text: TO, x: 70, y: 240 },
          ...column(70, 256, wrapped(TEXT, 40)),
        ],
      ],
      title === undefined ? {} : { title },
    );
  const cases: readonly [name: string, file: string, content: string | Uint8Array][] = [
    ['text', 'a.txt', lines.join('\n')],
    ['Markdown, set as a headline', 'a.md', `# ${lines.join('\n\n')}`],
    [
      'Markdown, both set as headlines',
      'a.md',
      `# ${ISSUER}\n\n${NUMBER}\n\n## ${TITLE}\n\n${TO}\n\n${TEXT}`,
    ],
    [
      'Markdown, the title set as a headline',
      'a.md',
      `${ISSUER}\n${NUMBER}\n\n# ${TITLE}\n\n${TO}\n\n${TEXT}`,
    ],
    ['a Markdown document', 'a.md', `---\nlayout: document\n---\n# ${lines.join('\n\n')}`],
    ['HTML', 'a.html', html('')],
    ['HTML that has the column for its title', 'a.html', html('<title>通知公告</title>')],
    [
      'Word, all centred',
      'a.docx',
      docxOf({
        body: [...lines.slice(0, 3).map(centred), ...lines.slice(3).map((line) => paragraph(line))].join(''),
      }),
    ],
    [
      'Word, the issuer by style',
      'a.docx',
      docxOf({
        body:
          styled('a3', ISSUER) +
          lines
            .slice(1)
            .map((line) => paragraph(line))
            .join(''),
      }),
    ],
    ['PDF, the issuer in the largest letters', 'a.pdf', pdf()],
    ['PDF that states its first line as its title', 'a.pdf', pdf(ISSUER)],
  ];
  test.each(cases)('%s', async (_, file, content) => {
    const reading = await readFile(file, content);
    expect(outlineOf(reading)).toEqual(expected);
    expect(reading.articles.map(({ title }) => title)).toEqual([TITLE]);
  });

  test('a title in two lines is one', async () => {
    const broken = [ISSUER, NUMBER, '青石县人民政府办公室关于印发青石县', '渡口管理办法的通知', TO, TEXT];
    const title = '青石县人民政府办公室关于印发青石县渡口管理办法的通知';
    for (const [file, content] of [
      ['a.txt', broken.join('\n')],
      ['a.docx', docxOf({ body: broken.map(centred).join('') })],
    ] as const)
      expect((await readFile(file, content)).articles[0]?.title).toBe(title);
  });

  test('what the page gives as its title to others goes before it', async () => {
    const { articles } = await readFile(
      'a.html',
      html('<meta property="og:title" content="渡口开放时间有调整">'),
    );
    expect(articles[0]?.title).toBe('渡口开放时间有调整');
  });
});

test.each<[text: string, is: boolean]>([
  ['青石县人民政府', true],
  ['中共青石县委办公室文件', true],
  ['青石县第一中学', true],
  ['青石县教育局、青石县财政局文件', true],
  ['关于成立渡口管理办公室', false],
  ['守渡口的老支部', false],
  ['澜江大桥合龙', false],
  ['文件', false],
  ['九月一日返校', false],
  ['两校同日开学', false],
])('%s names who issues papers: %s', (text, is) => expect(isIssuer(text)).toBe(is));

test.each<[title: string, no: boolean]>([
  ['通知', true],
  ['简讯', true],
  ['青石县公安局通告', true],
  ['青石县人民政府令', true],
  ['新闻中心-青石网', true],
  ['通知公告', true],
  ['蔬菜价格连降三周', false],
  ['渡口停运通知', false],
  ['大桥合龙三周年-青石网', false],
  [TITLE, false],
])('%s tells of no one article: %s', (title, no) => expect(namesNoArticle(title)).toBe(no));
