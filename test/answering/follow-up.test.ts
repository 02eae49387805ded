import { describe, expect, it } from 'vitest';
import { completed } from '../../src/answering/follow-up/completed.js';
import { followUp } from '../../src/answering/follow-up/follow-up.js';
import type { WordEvidence } from '../../src/answering/follow-up/subject-words.js';
import { withoutLeading, wordingOf } from '../../src/answering/follow-up/wording.js';

const TITLE = '青石渡口轮渡票价调整';
const QUOTED = `${TITLE}\n全票八元，学生半价，年卡两百元。渡船由重庆的公司经营，停车每天五元。`;
const HEADINGS = ['青石镇图书馆搬进老粮仓', '望月大桥合龙', '重庆投资扩建港口'];
const EVIDENCE: WordEvidence = {
  spokenOf: (term) => QUOTED.includes(term),
  heads: async (term) => HEADINGS.some((title) => title.includes(term)),
  otherNumber: () => false,
};
const BEFORE = { questions: ['青石渡口的船票多少钱？'], title: TITLE };

describe('the wording of a question', () => {
  it.each([
    ['它什么时候建的', 'points back'],
    ['他们为什么搬走', 'points back'],
    ['票价呢', 'elliptic'],
    ['那周末呢？', 'elliptic'],
    ['还有呢', 'elliptic'],
    ['为什么', 'elliptic'],
    ['几点关门', 'elliptic'],
    ['什么时候开始的', 'elliptic'],
    ['这座桥有多长', 'elliptic'],
    ['年卡多少钱', 'open'],
    ['望月大桥什么时候合龙？', 'open'],
    ['范秉坤他师傅是谁', 'open'],
    ['其他人怎么报名', 'elliptic'],
  ])('%s: %s', (text, kind) => {
    expect(wordingOf(text).kind).toBe(kind);
  });

  it.each([
    ['那票价呢', '票价呢'],
    ['那么，周末呢', '周末呢'],
    ['嗯 几点关门', '几点关门'],
    ['那个人是谁', '那个人是谁'],
    ['那年卡多少钱', '年卡多少钱'],
    ['那里有船吗', '那里有船吗'],
  ])('without what leads over: %s is %s', (text, rest) => {
    expect(withoutLeading(text)).toBe(rest);
  });
});

describe('a question after another', () => {
  it('that names another number than the article has is understood by itself, if it is answered so', async () => {
    const other = { ...EVIDENCE, otherNumber: () => true };
    expect(await followUp('9号船几点开船', BEFORE, other)).toMatchObject({
      kind: 'follow-up',
      alone: 'first',
    });
    expect(await followUp('9号船几点开船', BEFORE, EVIDENCE)).toMatchObject({
      kind: 'follow-up',
      alone: 'last',
    });
    expect(await followUp('那9号船呢', BEFORE, other)).toMatchObject({
      kind: 'follow-up',
      alone: 'never',
    });
  });

  it.each([
    ['它是谁经营的', 'never'],
    ['那学生呢', 'never'],
    ['为什么涨价', 'last'],
    ['停车要钱吗', 'never'],
    ['年卡能借给别人用吗', 'last'],
    // Another article is headed with the place that this one mentions.
    ['重庆有几条船', 'first'],
    // A name that segmentation cuts into characters.
    ['霁渚有几条船', 'first'],
    ['溪垱有几条船', 'first'],
  ])('%s is taken for a follow-up; understood by itself: %s', async (text, alone) => {
    expect(await followUp(text, BEFORE, EVIDENCE)).toEqual({
      kind: 'follow-up',
      subjects: [TITLE, '青石渡口船票'],
      alone,
    });
  });

  it.each([
    ['names what another article is headed with', '图书馆几点开门'],
    ['names a place', '成都有多少座桥'],
    ['names a person', '王建国是谁'],
    ['names another in passing', '那望月大桥呢'],
    ['is thanks', '谢谢'],
    ['asks for exact words', '“票价”'],
  ])('one that %s is full: %s', async (_, text) => {
    expect(await followUp(text, BEFORE, EVIDENCE)).toEqual({ kind: 'full' });
  });

  it.each([
    ['望月大桥是谁设计的', 'full'],
    ['望月大桥呢', 'follow-up'],
    ['桥面有多宽', 'follow-up'],
  ])('%s, after a bridge of that name was spoken of: %s', async (text, kind) => {
    const evidence: WordEvidence = { ...EVIDENCE, spokenOf: () => true, heads: async () => false };
    expect((await followUp(text, { title: '望月大桥合龙' }, evidence)).kind).toBe(kind);
  });

  it('is about what the thread is about before what was quoted last and what was asked first', async () => {
    expect(await followUp('它多长', { ...BEFORE, subject: '望月大桥' }, EVIDENCE)).toMatchObject({
      subjects: ['望月大桥', TITLE, '青石渡口船票'],
    });
  });

  it('without an article is completed by what was asked, and only where it says nothing of its own', async () => {
    const before = { questions: ['青石渡口的船票多少钱？'] };
    expect(await followUp('为什么', before)).toMatchObject({ subjects: ['青石渡口船票'], alone: 'never' });
    expect(await followUp('年卡多少钱', before)).toEqual({ kind: 'full' });
    expect(await followUp('为什么', {})).toEqual({ kind: 'full' });
    expect(await followUp('为什么', { questions: ['谢谢'] })).toEqual({ kind: 'full' });
  });

  it('is not judged again under its own answer', async () => {
    expect(await followUp('望月大桥什么时候合龙？', { subject: TITLE, settled: true })).toEqual({
      kind: 'follow-up',
      subjects: [TITLE],
      alone: 'never',
    });
  });

  it('takes no more of a long title than leaves the question in sight', async () => {
    const found = await followUp('为什么', { title: '长'.repeat(500) });
    expect(found.kind === 'follow-up' && found.subjects[0].length).toBe(60);
  });

  it('is asked with its subject before it', () => {
    expect(completed('望月大桥', '那票价呢')).toBe('望月大桥 票价呢');
  });
});
