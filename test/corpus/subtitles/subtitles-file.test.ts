import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/corpus/article.js';
import { readSubtitles } from '../../../src/corpus/subtitles/subtitles-file.js';
import { answererOf } from '../../answering/support.js';
import { expectInProportion } from '../growth.js';

/** The article, and faults as `line problem`. */
function readingOf(content: string | Uint8Array): { article: Article | undefined; told: string[] } {
  const outcomes = [...readSubtitles('访谈/老秦.srt', Buffer.from(content))];
  return {
    article: outcomes.flatMap((outcome) => (outcome.kind === 'article' ? outcome.article : []))[0],
    told: outcomes.flatMap((outcome) =>
      outcome.kind === 'unreadable' ? `${outcome.unreadable.line} ${outcome.unreadable.problem.en}` : [],
    ),
  };
}

/** Paragraphs as `first–last text`. */
function outline(content: string | Uint8Array): string[] {
  const { article } = readingOf(content);
  return (article?.blocks ?? []).map(
    ({ lines, start, end }) => `${lines.join('–')} ${article!.text.slice(start, end)}`,
  );
}

const SRT = `1
00:00:01,500 --> 00:00:03,000
青石渡口运行了

2
00:00:03,100 --> 00:00:05,200
六十二年，
<i>十一月三日</i>停运。

3
00:00:05,300 --> 00:00:07,000
{\\an8}我撑了三十年船

4
00:01:10,000 --> 00:01:12,000
现在去大桥
`;

const VTT = `WEBVTT - 访谈
Kind: captions

STYLE
::cue { color: red }

NOTE 只给
编辑看

开头
00:01.000 --> 00:02.500 align:start position:0%
<v 记者>票价多少？

00:02.600 --> 00:04.000
<v.loud 老秦>十元 &amp; 免费停车。

1:00:00.000 --> 1:00:02.000
<c.yellow>谢谢<00:01:01.000>大家</c>
`;

describe('cues are joined to the end of a sentence or a pause of more than two seconds', () => {
  test.each<[what: string, content: string | Uint8Array, paragraphs: readonly string[]]>([
    [
      'SubRip',
      SRT,
      ['1–6 青石渡口运行了 六十二年，十一月三日停运。', '5–7 我撑了三十年船', '70–72 现在去大桥'],
    ],
    ['WebVTT', VTT, ['1–3 记者：票价多少？', '2–4 老秦：十元 & 免费停车。', '3600–3602 谢谢大家']],
    [
      'two voices at once',
      '00:01.0 --> 00:02.0\n<v 记者>几点？</v>\n<v 老秦>五点，\n<v 老秦>不早。\n',
      ['1–2 记者：几点？', '1–2 老秦：五点，不早。'],
    ],
    ['voices in one line', '00:01.0 --> 00:02.0\n<v 甲>好<v 乙>行\n', ['1–2 甲：好', '1–2 乙：行']],
    ['Windows line ends and a byte-order mark', `\ufeff${SRT.replaceAll('\n', '\r\n')}`, outline(SRT)],
    ['UTF-16', Buffer.from(`\ufeff${SRT}`, 'utf16le'), outline(SRT)],
    ['without numbers', SRT.replace(/^\d\n/gm, ''), outline(SRT)],
    ['a cue shown again', '00:01.0 --> 00:02.0\n甲\n\n00:02.0 --> 00:03.0\n甲\n', ['1–3 甲']],
    [
      'who speaks by a dash',
      '00:01.0 --> 00:02.0\n- 甲\n\n00:02.0 --> 00:03.0\n- 乙\n',
      ['1–2 - 甲', '2–3 - 乙'],
    ],
  ])('%s', (_, content, paragraphs) => expect(outline(content)).toEqual(paragraphs));
});

describe('broken cues are told of, the others are read', () => {
  const PROBLEM = 'A cue is broken: its times are missing, or it ends before it begins';
  test.each<[what: string, content: string, told: readonly string[], paragraphs: number]>([
    ['no times', `${SRT}\n5\n没有时间\n`, [`18 ${PROBLEM}.`], 3],
    ['times that are none', SRT.replace('00:00:01,500', '早上'), [`1 ${PROBLEM}.`], 3],
    ['an end before its beginning', SRT.replace('00:01:12,000', '00:00:12,000'), [`15 ${PROBLEM}.`], 3],
    ['several', '甲\n\n乙\n\n丙', [`1 ${PROBLEM} (so are 2 others of this file).`], 0],
    ['nothing in it', 'WEBVTT\n', [], 0],
  ])('%s', (_, content, told, paragraphs) => {
    const reading = readingOf(content);
    expect(reading.told).toEqual(told);
    expect(reading.article?.blocks.length ?? 0).toBe(paragraphs);
  });
});

test.each<[what: string, times: number, content: (times: number) => string]>([
  ['one cue', 2_000_000, (times) => `00:01.0 --> 00:02.0\n${'<'.repeat(times)}`],
  ['blanks', 2_000_000, (times) => `00:01.0${' '.repeat(times)}`],
  ['digits', 2_000_000, (times) => '1'.repeat(times)],
  ['many cues', 60_000, (times) => '00:01.0 --> 00:02.0\n甲\n\n'.repeat(times)],
])('a hostile file takes no more time than its length: %s', (_, times, content) =>
  expectInProportion((some) => readingOf(content(some)), times),
);

test('what they answer is cited with the seconds', async () => {
  const { article } = readingOf(
    `${SRT}\n5\n00:02:05,000 --> 00:02:07,000\n老秦：最后一班渡船\n\n6\n00:02:07,100 --> 00:02:09,000\n下午五点开。\n`,
  );
  const { results } = await (await answererOf([article!])).answer({ text: '最后一班渡船几点开？' });
  expect(results[0]).toMatchObject({
    excerpt: expect.stringContaining('最后一班渡船 下午五点开。'),
    citation: { title: '老秦', source: '访谈/老秦.srt' },
  });
  expect(results[0]?.citation.place?.last).toBe(129);
});
