import { describe, expect, test } from 'vitest';
import { replaces } from '../../../src/answering/filters/newer.js';
import type { Article } from '../../../src/corpus/article.js';

function article(title: string, text: string, when?: string): Article {
  return {
    id: title + text,
    source: 'a.md',
    title,
    text,
    blocks: [],
    lines: [1, 1],
    ...(when !== undefined && { when }),
  };
}

const OLD = article('青石县渡口管理暂行办法', '渡口六时开放。', '2019-03-01');

describe('an article takes the place of one that it repeals', () => {
  test.each<[text: string, replaces: boolean]>([
    ['本办法自2026年5月1日起施行，《青石县渡口管理暂行办法》同时废止。', true],
    ['本办法自印发之日起施行。《青石县渡口管理暂行办法》（青政〔2019〕3号）同时废止。', true],
    ['《青石县轮渡票价规定》和《青石县渡口管理暂行办法》自2026年5月1日起失效。', true],
    ['《青石縣渡口管理暫行辦法》同時廢止。', true],
    ['《青石县渡口管理暂行办法》未废止的条款继续有效。', false],
    ['根据《青石县渡口管理暂行办法》制定本办法。《旧规定》同时废止。', false],
    ['《青石县渡口管理暂行办法实施细则》同时废止。', false],
  ])('%s %s', (text, expected) => {
    expect(replaces(article('青石县渡口管理办法', text, '2026-03-08'), OLD)).toBe(expected);
  });

  test('where neither tells its date, too, but not where it is the older one', () => {
    const text = '《青石县渡口管理暂行办法》同时废止。';
    const undated = article(OLD.title, OLD.text);
    expect(replaces(article('青石县渡口管理办法', text), undated)).toBe(true);
    expect(replaces(article('青石县渡口管理办法', text, '2018-03-08'), OLD)).toBe(false);
  });

  test('a decision that ends a notice, which names a paper in its own title', () => {
    const notice = article('关于印发《渡口办法》的通知', '现印发给你们。', '2019-03-01');
    const text = '《关于印发〈渡口办法〉的通知》自本决定公布之日起废止。';
    expect(replaces(article('关于废止部分文件的决定', text, '2026-03-08'), notice)).toBe(true);
  });
});

describe('an article takes the place of an older one whose title it bears', () => {
  const older = article('蔬菜价格连降三周', '大白菜每公斤1.6元。', '2026-11-23');

  test.each<[title: string, replaces: boolean]>([
    ['更正：蔬菜价格连降三周', true],
    ['更正｜蔬菜价格连降三周', true],
    ['（更正）蔬菜价格连降三周', true],
    ['(更正)蔬菜价格连降三周', true],
    ['【更正】蔬菜价格连降三周', true],
    ['［更正］蔬菜价格连降三周', true],
    ['[更正启事] 蔬菜价格连降三周', true],
    ['蔬菜价格连降三周〔修订〕', true],
    ['【已废止】蔬菜价格连降三周', true],
    ['【更正】水果价格连降三周', false],
    ['【快讯】蔬菜价格连降三周', false],
    ['【更正】', false],
  ])('%s %s', (title, expected) => {
    expect(replaces(article(title, '应为1.9元。', '2026-11-24'), older)).toBe(expected);
  });

  test('but not where it is the older one', () => {
    expect(replaces(article('【更正】蔬菜价格连降三周', '应为1.9元。', '2026-11-22'), older)).toBe(false);
  });

  test.each<[title: string, text: string, replaces: boolean]>([
    ['更正', '本报11月23日《蔬菜价格连降三周》一文中，大白菜价格应为1.9元。', true],
    ['更正启事', '《蔬菜價格連降三周》一文有误，特此更正。', true],
    ['致歉', '本报《蔬菜价格连降三周》一文有误，谨致歉意。', true],
    ['更正', '本报《水果价格连降三周》一文有误。', false],
    ['更正', '本报《蔬菜价格连降三周后回升》一文有误。', false],
    ['菜价回升', '《蔬菜价格连降三周》一文见报后，菜价回升。', false],
  ])('or which it is there to correct, %s %s', (title, text, expected) => {
    expect(replaces(article(title, text, '2026-11-24'), older)).toBe(expected);
  });
});

describe('a title that many may bear shows nothing', () => {
  const NOTICE =
    '各乡镇人民政府，县直各单位：\n因渡口改造施工，自3月10日起渡口开放时间调整为每日七时至十八时，节假日不变。请各单位做好群众出行引导。\n特此通知。\n青石县人民政府办公室';
  const OTHER =
    '各乡镇人民政府，县直各单位：\n为做好秋季森林防火工作，自9月1日起全县林区禁止一切野外用火，违者依法处理。请各单位做好宣传。\n特此通知。\n青石县人民政府办公室';
  const ANEW = NOTICE.replace('3月10日', '5月1日').replace('七时至十八时', '六时三十分至十九时');

  test.each<[title: string, text: string, replaces: boolean]>([
    ['青石县人民政府办公室文件', OTHER, false],
    ['青石县人民政府办公室文件', ANEW, true],
    ['通知', OTHER, false],
    ['通知', ANEW, true],
    ['简讯', '南塘路封闭施工，绕行三号桥。', false],
    ['新闻中心-青石网', OTHER, false],
    ['关于做好有关工作的通知', OTHER, true],
    ['渡口开放时间', '船改为每天八点开。', true],
  ])('%s', (title, text, expected) => {
    expect(replaces(article(title, text, '2026-08-28'), article(title, NOTICE, '2026-03-08'))).toBe(expected);
  });
});
