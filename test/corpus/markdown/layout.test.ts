import { expect, test } from 'vitest';
import { readFrontMatter } from '../../../src/corpus/front-matter/front-matter.js';
import { evidenceOf, type Layout, layoutOf, scoreOf } from '../../../src/corpus/markdown/layout.js';

const STATED = '---\ntitle: 柳塘小学食堂\n---\n\n';
const REPORT = '本报讯（记者 何小满）昨日，柳塘河大桥合龙，两岸居民到场观看。';
const BROKEN = '柳塘河流域治理工程已于昨日全面开工，沿线十二个村的居民将在明年底用上来自上游水库的';

const CASES: readonly [name: string, layout: Layout, file: string][] = [
  [
    'a stated title and sections',
    'document',
    `${STATED}五月改造完工。\n\n## 开放时间\n\n六点半。\n\n## 收费\n\n六元。`,
  ],
  ['a stated title and no heading', 'document', `${STATED}五月改造完工。`],
  ['a stated title that is repeated', 'document', `${STATED}# 柳塘小学食堂\n\n## 供餐\n\n六点半。`],
  [
    'a stated title and sections with names of their own',
    'document',
    `${STATED}## 早餐\n\n粥。\n\n## 晚餐\n\n面。`,
  ],
  ['one title and its parts', 'document', '# 夏令营须知\n\n## 报名方式\n\n来电。\n\n## 收费\n\n免费。'],
  [
    'one title and long names of parts',
    'document',
    '# 夏令营\n\n## 一、本次活动的报名对象和报名条件\n\n十岁。\n\n## 二、本次活动期间的作息安排\n\n六点起。',
  ],
  [
    'a regulation',
    'document',
    '# 公园管理规定\n\n## 第一章 总则\n\n第一条 为了管理，制定本规定。\n\n## 第二章 附则\n\n第二条 即日起施行。',
  ],
  ['a title and a table', 'document', '# 各村情况\n\n| 村 | 户 |\n| --- | --- |\n| 东村 | 3 |'],
  ['a title and a list', 'document', '# 行李\n\n- 带伞\n- 带水'],
  ['questions and answers', 'document', '# 常见问题\n\n## 怎么报名？\n\n来电。\n\n## 要交钱吗？\n\n不要。'],
  ['a title with questions to think of', 'document', '# 渡口\n\n## 从前\n\n有船。\n\n## 如今\n\n有桥。'],
  ['a title and deeper sections', 'document', '# 船务手册\n\n### 早班\n\n六点。\n\n### 晚班\n\n九点。'],
  [
    'what says that it is a document',
    'document',
    `---\nlayout: document\n---\n# 甲\n\n${REPORT}\n\n# 乙\n\n${REPORT}`,
  ],
  [
    'a masthead and headlines, short as they are',
    'page',
    '# 青石日报　2026年3月8日　星期日　第4版　副刊\n\n## 种瓜点豆\n\n早熟十天。\n\n## 电话\n\n- 热线12345',
  ],
  [
    'a title with a day',
    'document',
    '# 校运会通知（2026年3月8日）\n\n## 报名\n\n来电。\n\n## 项目\n\n跳绳。',
  ],
  ['several headlines', 'page', '# 大桥合龙\n\n两岸通车。\n\n# 水厂投产\n\n日产万吨。'],
  [
    'a headline and smaller ones, with datelines',
    'page',
    `# 柳塘河大桥昨日合龙\n\n${REPORT}\n\n## 城东水厂投产日供水万吨\n\n${REPORT}`,
  ],
  [
    'smaller headlines alone',
    'page',
    `## 柳塘河大桥昨日合龙通车在即\n\n两岸通车。\n\n## 城东水厂投产日供水达到万吨\n\n供水。`,
  ],
  [
    'a subtitle',
    'page',
    '# 大桥合龙\n\n## ——柳塘河上第一桥\n\n两岸通车。\n\n## 城东水厂投产日供水达到万吨\n\n供水。',
  ],
  ['one report', 'page', `# 柳塘河大桥昨日合龙\n\n${REPORT}`],
  [
    'who took the pictures',
    'page',
    '# 大桥合龙\n\n两岸通车。\n\n记者 何小满 摄\n\n## 水厂投产\n\n供水。\n\n摄影：夏青',
  ],
  [
    'paragraphs that a column breaks',
    'page',
    `# 治理开工\n\n${BROKEN}\n\n自来水，其余各村后年接通。\n\n## 秋收过半\n\n${BROKEN}\n\n自来水。`,
  ],
  [
    'the page of a paper',
    'page',
    '---\npublication: 柳塘报\npage: 第2版\n---\n# 大桥合龙\n\n通车。\n\n## 城东水厂投产日供水万吨\n\n供水。',
  ],
  ['no heading at all', 'page', '两岸居民到场观看，大桥昨日合龙。'],
  [
    'what says that it is a page',
    'page',
    '---\nlayout: page\n---\n# 夏令营须知\n\n## 报名方式\n\n来电。\n\n## 收费\n\n免费。',
  ],
  [
    'several headlines and bylines',
    'page',
    '# 大桥合龙\n\n本报记者 何小满\n\n通车。\n\n# 水厂投产\n\n本报记者 夏青\n\n供水。',
  ],
];

test.each(CASES)('%s: %s', (_, layout, file) => {
  const front = readFrontMatter(file);
  expect(layoutOf(file, front, false)).toBe(layout);
  const score = scoreOf(evidenceOf(file, front, false));
  if (front.layout === undefined && score !== 0) expect(Math.abs(score)).toBeGreaterThanOrEqual(1);
});
