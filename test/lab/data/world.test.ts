import { describe, expect, test } from 'vitest';
import { faultsOf } from '../../../lab/data/check-world.js';
import { blindQuestions, blindSheet, disagreements, parseReading } from '../../../lab/data/second-reading.js';
import { MalformedWorldError, parseWorld } from '../../../lab/data/world.js';

const FERRY = `world: ferry
about: 渡口
script: simplified

=== ferry-01
title: 渡轮时刻
kind: timetable
text:
| 航线 | 末班 |
| --- | --- |
| 东岛 | 21:40 |
questions:
? when: 东岛末班几点 => 21:40 || | 东岛 | 21:40 |
! 西岛末班几点 => 只有东岛
`;

describe('a world', () => {
  test('is read with its articles, questions and near misses', () => {
    const { articles, ...world } = parseWorld(FERRY, 'ferry.txt');
    expect(world).toEqual({ name: 'ferry', about: '渡口', script: 'simplified' });
    expect(articles).toMatchObject([
      {
        id: 'ferry-01',
        title: '渡轮时刻',
        kind: 'timetable',
        text: '| 航线 | 末班 |\n| --- | --- |\n| 东岛 | 21:40 |',
        answered: [{ text: '东岛末班几点', kind: 'when', answers: ['21:40', '| 东岛 | 21:40 |'], line: 13 }],
        nearMisses: [{ text: '西岛末班几点', why: '只有东岛', line: 14 }],
      },
    ]);
  });

  test('keeps the id of a question when others come before it', () => {
    const more = FERRY.replace('? when', '? where: 船开往哪里 => 东岛\n? when');
    const ids = (text: string) =>
      parseWorld(text, 'ferry.txt').articles[0]?.answered.map(({ id }) => id) ?? [];
    expect(ids(more)).toContain(ids(FERRY)[0]);
  });

  test.each<[what: string, from: string, to: string, line: number]>([
    ['a head without its name', 'world: ferry', '', 1],
    ['another script', 'simplified', 'latin', 1],
    ['an article without a title', 'title: 渡轮时刻', '', 5],
    ['an article without questions', 'questions:', '', 5],
    ['a kind of question that is none', '? when', '? whence', 13],
    ['a near miss without a reason', ' => 只有东岛', '', 14],
  ])('with %s is refused at its line', (_, from, to, line) => {
    const broken = FERRY.replace(from, to);
    expect(broken).not.toBe(FERRY);
    expect(() => parseWorld(broken, 'ferry.txt')).toThrow(MalformedWorldError);
    expect(() => parseWorld(broken, 'ferry.txt')).toThrow(`ferry.txt:${line}: `);
  });

  test('is checked: what is too little, said twice, or not in the text', () => {
    const twice = FERRY.replace('! 西岛末班几点', '! 东岛末班几点？').replace('=> 21:40 ||', '=> 21:45 ||');
    expect(faultsOf(parseWorld(twice, 'ferry.txt'))).toEqual([
      'ferry has 1 kinds of article',
      'line 14: asked before, at line 13: 东岛末班几点？',
      'ferry-01 has 40 characters',
      'ferry-01 has 1 questions',
      'ferry-01 has 1 near misses',
      'line 13: not in the text of ferry-01: 21:45',
    ]);
  });
});

describe('a second reading', () => {
  const lines = Array.from({ length: 30 }, (_, i) => `? when: 第${i}问 => 21:40`).join('\n');
  const world = parseWorld(FERRY.replace('! 西岛', `${lines}\n! 西岛`), 'ferry.txt');
  const [article] = world.articles;
  const blind = blindQuestions(article!);
  const miss = article!.nearMisses[0]!;

  test('is given every near miss and about a third of the answered questions, and none of the answers', () => {
    expect(blind.map(({ id }) => id)).toContain(miss.id);
    expect(blind.length).toBeGreaterThan(5);
    expect(blind.length).toBeLessThan(20);
    expect(blindSheet(world)).not.toMatch(/=>|只有东岛/);
  });

  test('agrees where it finds the same place, and tells where it does not', () => {
    const agreeing = blind.map(({ id }) => `${id}\t${id === miss.id ? '-' : '东岛 | 21:40'}`);
    expect(disagreements(world, parseReading(agreeing.join('\n')))).toEqual([]);
    const other = blind.map(({ id }) => `${id}\t${id === miss.id ? '21:40' : '航线'}`);
    const kinds = disagreements(world, parseReading(other.join('\n'))).map(({ kind }) => kind);
    expect(kinds).toEqual(['near miss answered', ...blind.slice(1).map(() => 'other stretch')]);
    expect(disagreements(world, parseReading('')).map(({ kind }) => kind)).toEqual(
      blind.map(() => 'not read'),
    );
  });
});
