/** A file that is as it should be, by its name; the ending says the format. */
export interface Sample {
  readonly name: string;
  readonly bytes: () => Uint8Array;
}

const text = (name: string, content: string): Sample => ({ name, bytes: () => Buffer.from(content, 'utf8') });

const PAGE = `---
publication: 青石晚报
date: 2023-11-03
page: 2
---
# 青石渡口今起停运

本报讯（记者 方晓棠）运行了六十二年的青石渡口正式停运。最后一班渡船由船工老秦驾驶，载客四十七人。

## 票价

- 成人 2元
- 儿童 1元

| 班次 | 时间 |
| --- | --- |
| 早班 | 6:30 |
| 晚班 | 19:00 |

渡口停运的原因是青石大桥通车。大桥全长1,286米，总投资3.2亿元。

# 县图书馆夏季开放时间调整

即日起，县图书馆开放时间调整为每天八点半至二十点，周一闭馆。
`;

const HTML = `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>停水通知 - 青石县</title>
<meta name="date" content="2024-11-05"></head><body><nav><a href="/">首页</a></nav><article><h1>停水通知</h1>
<p>因管道检修，城南片区周三停水8小时。</p><h2>影响范围</h2><ul><li>渡口路</li><li>文庙街</li></ul>
<table><tr><th>街道</th><th>时间</th></tr><tr><td>渡口路</td><td>8:00</td></tr></table></article></body></html>
`;

const JSONL = [
  { id: '1', title: '停水通知', text: '城南片区周三停水8小时。', date: '2024-11-05' },
  { id: '2', title: '图书馆', text: '市图书馆每晚开到21点。\n周一照常闭馆。', author: '方晓棠' },
]
  .map((line) => `${JSON.stringify(line)}\n`)
  .join('');

/** One of each format that is read. A new format has its line here; binary ones are made by a function. */
export const SAMPLES: readonly Sample[] = [
  text('page.txt', PAGE),
  text('page.md', PAGE),
  text('notice.html', HTML),
  text('notice.htm', HTML),
  text('list.jsonl', JSONL),
];
