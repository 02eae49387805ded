import { expect, test } from 'vitest';
import { chunksOf } from '../../../src/corpus/markdown/chunks.js';

function linesOf(text: string): string[] {
  return [...chunksOf(text.split('\n'))].flatMap(({ kind, lines }) =>
    lines.map((line) => `${kind}: ${line}`),
  );
}

const cases: readonly [name: string, text: string, expected: string[]][] = [
  ['Hugo', '{{< alert "info" >}}\n挂号请先预约。\n{{< /alert >}}', ['text: 挂号请先预约。']],
  ['Hugo, with marks inside', '{{% note %}}\n须推行。\n{{% /note %}}', ['text: 须推行。']],
  ['a picture', '{{< figure src="/a.png" title="示意图" >}}', []],
  [
    'Hexo and Jekyll',
    '{% note warning %}\n须推行。\n{% endnote %}\n\n{% include a.html %}',
    ['text: 须推行。'],
  ],
  ['in one line with the text', '{% note %}须推行。{% endnote %}', ['text: 须推行。']],
  ['contents of kramdown', '* TOC\n{:toc}\n\n须推行。', ['text: 须推行。']],
  ['the name of a heading', '## 请假 {#leave}\n## 销假 {: .no_toc} ##', ['heading: 请假', 'heading: 销假']],
  ['braces of a heading', '## 集合 {1, 2}', ['heading: 集合 {1, 2}']],
  [
    'code',
    '```\n{% note %}\n```\n\n写 `{% note %}` 即可。',
    ['code: {% note %}', 'text: 写 `{% note %}` 即可。'],
  ],
];
test.each(cases)('marks of site generators: %s', (_, text, expected) => {
  expect(linesOf(text)).toEqual(expected);
});
