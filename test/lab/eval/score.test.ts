import { describe, expect, test } from 'vitest';
import { characterF1, holdsAnswer, matchesAnswer } from '../../../lab/eval/score.js';

describe('an excerpt holds an answer', () => {
  test.each([
    ['as it is', '全长1286米。', ['1286米'], true],
    ['in the other script', '長江大橋', ['长江'], true],
    ['in another width or case', 'ＷＥＣＨＡＴ', ['WeChat'], true],
    ['with signs that NFKC takes apart', '一百㎡', ['100', '百m2'], true],
    ['any of several', '甲', ['乙', '甲'], true],
    ['but not a part of it', '全长1286', ['1286米'], false],
  ])('%s', (_, text, answers, holds) => {
    expect(holdsAnswer(text, answers)).toBe(holds);
  });
});

describe('a text matches an answer', () => {
  test.each([
    ['that it holds', '从十一月起停运', ['十一月'], true],
    ['of which it is half', '青石', ['青石渡口'], true],
    ['of which it is half in another script and width', '長１２', ['长126米'], true],
    ['of which its pieces are half together', '…青石…停运…', ['青石渡口今年停运'], true],
    ['any of several', '渡口', ['大桥', '北岸渡口'], true],
    ['but not one of which it is less', '渡', ['青石渡口'], false],
    ['nor one of which one piece is no part', '青石渡口…大桥', ['青石渡口停运'], false],
    ['nor where it is nothing', '', ['乙'], false],
    ['nor where there is none', '青石', [], false],
  ])('%s', (_, text, answers, matches) => {
    expect(matchesAnswer(text, answers)).toBe(matches);
  });
});

describe('character F1', () => {
  test.each([
    ['of the same is 1', '1286米', ['1286米'], 1],
    ['leaves signs and scripts out', '《長江》', ['长江'], 1],
    ['is the best over the answers', '长江', ['黄河', '长江'], 1],
    ['of half the characters, none too many, is two thirds', '长江', ['长江大桥'], 2 / 3],
    ['counts a character as often as it stands', '天天', ['天'], 2 / 3],
    ['of nothing in common is 0', '甲', ['乙'], 0],
    ['of nothing is 0', '', ['乙'], 0],
  ])('%s', (_, text, answers, f1) => {
    expect(characterF1(text, answers)).toBeCloseTo(f1, 10);
  });
});
