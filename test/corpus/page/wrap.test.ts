import { describe, expect, test } from 'vitest';
import { outline } from './outline.js';

const LONG = '为落实市政府关于推进城乡供水一体化的部署，水务部门今年以来新建管网三百余公里，';
const CLOSED = '全市供水普及率因此提高到百分之九十八。';

describe('hard-wrapped lines', () => {
  const width = 24;
  const prose = `${LONG}${CLOSED}${LONG}${CLOSED}`;
  const wrapped = prose.match(new RegExp(`.{1,${width}}`, 'gu'))!;
  const cases: readonly [name: string, page: string, expected: string[]][] = [
    ['hard-wrapped lines are one paragraph', wrapped.join('\n'), [prose]],
    ['so with Windows line ends', wrapped.join('\r\n'), [prose]],
    ['and with old Macintosh line ends', wrapped.join('\r'), [prose]],
    ['an empty line divides them', `${wrapped.join('\n')}\n\n${wrapped.join('\n')}`, [prose, prose]],
    ['an indent divides them', `　　${wrapped.join('\n')}\n　　${wrapped.join('\n')}`, [prose, prose]],
    [
      'a line a paragraph stays so',
      `${CLOSED}\n${LONG}${CLOSED}\n${CLOSED}`,
      [CLOSED, LONG + CLOSED, CLOSED],
    ],
    ['indents go', `　　${CLOSED}\n　　${LONG}${CLOSED}`, [CLOSED, LONG + CLOSED]],
    [
      'hard-wrapped English keeps its spaces',
      'The quick brown fox jumps over the lazy dog and\nthen it sleeps for the rest of the day under\nthe tree.',
      [
        'The quick brown fox jumps over the lazy dog and then it sleeps for the rest of the day under the tree.',
      ],
    ],
    ['short lines are no paragraph', '白大褂\n听诊器\n体温计', ['白大褂', '听诊器', '体温计']],
  ];
  test.each(cases)('%s', (_, page, expected) => {
    const [article] = outline(`# 题\n\n${page}`);
    expect(article!.slice(1).map((block) => block.replace(/^[a-z]+: /, ''))).toEqual(expected);
  });
});
