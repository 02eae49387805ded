import { beforeEach, describe, expect, it } from 'vitest';
import type { Passage } from '../../src/corpus/article.js';
import type { DatePrecision } from '../../src/language/dates/calendar.js';
import type { DateValue } from '../../src/language/dates.js';
import { type PassageFilter, passes } from '../../src/retrieval/passage-filter.js';
import {
  DuplicatePassageError,
  type PassageIndex,
  type QueryTerm,
} from '../../src/retrieval/passage-index.js';
import { NOTICES, passageOf } from './passages.js';

/** Terms of neutral weight, unless a weight follows after a colon. */
function query(...terms: readonly string[]): QueryTerm[] {
  return terms.map((term) => {
    const [word = '', weight = '1'] = term.split(':');
    return { term: word, weight: Number(weight) };
  });
}

/**
 * What every `PassageIndex` has to do, whatever is behind it. `state` is looked at right after this process changed
 * something, where it lags nowhere.
 * @param create makes an index that holds nothing and that nobody else changes
 */
export function describePassageIndex(name: string, create: () => PassageIndex | Promise<PassageIndex>): void {
  let index: PassageIndex;
  beforeEach(async () => {
    index = await create();
  });

  const found = async (terms: readonly QueryTerm[], limit = 10): Promise<string[]> =>
    (await index.search(terms, limit)).candidates.map(({ passage }) => passage.id);
  const filled = async (...sketches: Parameters<typeof passageOf>[0][]): Promise<void> =>
    index.add(sketches.map(passageOf));

  describe(`${name}: an index that holds nothing`, () => {
    it('finds nothing and knows no passage', async () => {
      expect(index.state.size).toBe(0);
      expect(await index.get('bridge')).toBeUndefined();
      expect(await index.search(query('大桥'), 10)).toEqual({
        candidates: [],
        documentFrequency: new Map([['大桥', 0]]),
        size: 0,
      });
    });

    it('removes nothing without complaint', async () => {
      await index.remove(['bridge']);
      expect(index.state.size).toBe(0);
    });
  });

  describe(`${name}: what is found`, () => {
    beforeEach(() => index.add(NOTICES));

    it.each<[what: string, terms: string[], found: string[]]>([
      ['a word', ['图书馆'], ['library']],
      ['a word of two characters', ['鲜花'], ['market']],
      ['two neighbouring characters that are no word', ['城南'], ['water', 'market']],
      ['a number in its one spelling, however the text writes it', ['12000'], ['library']],
      ['a time', ['11月'], ['bridge']],
      ['a Latin word, folded', ['app'], ['bus']],
      ['a word of the title alone', ['线路'], ['bus']],
      ['a number is found as a whole only', ['1'], []],
      ['a word that no passage holds', ['火星'], []],
      ['no words', [], []],
    ])('%s', async (_, terms, expected) => {
      expect(await found(query(...terms))).toEqual(expected);
    });

    it('gives the passage itself', async () => {
      const { candidates } = await index.search(query('图书馆'), 1);
      expect(candidates[0]?.passage).toEqual(NOTICES[3]);
      expect(await index.get('library')).toEqual(NOTICES[3]);
    });

    it.each<[term: string, passages: number, why: string]>([
      ['21点', 2, 'in the text of two'],
      ['图书馆', 1, 'in title and text of the same passage: counted once'],
      ['大桥', 2, 'in title and text of one, in the text of another'],
      ['施工', 2, 'likewise'],
      ['通知', 1, 'in a title alone'],
      ['火星', 0, 'in none'],
    ])('counts the passages that hold %s: %i, because it is %s', async (term, passages) => {
      const { documentFrequency } = await index.search(query('城南', term), 10);
      expect(documentFrequency.get(term)).toBe(passages);
    });
  });

  describe(`${name}: its state`, () => {
    it('tells of a change once that has been made, and of nothing else', async () => {
      const empty = index.state;
      await index.add(NOTICES);
      const full = index.state;
      expect([empty.size, full.size]).toEqual([0, NOTICES.length]);
      expect(full.version).not.toBe(empty.version);
      await index.search(query('大桥'), 10);
      await index.remove(['unknown']);
      expect(index.state).toEqual(full);
      await index.remove(NOTICES.map(({ id }) => id));
      expect(index.state).toEqual(empty);
    });

    it('is what a look finds', async () => {
      await index.add(NOTICES);
      const seen = await index.refresh();
      expect(seen.size).toBe(NOTICES.length);
      expect(index.state).toEqual(seen);
    });

    it('has the size that a search counts frequencies among', async () => {
      await index.add(NOTICES);
      expect((await index.search(query('大桥'), 1)).size).toBe(index.state.size);
      await index.remove(['bridge']);
      expect((await index.search([], 0)).size).toBe(NOTICES.length - 1);
    });
  });

  describe(`${name}: other words for a term`, () => {
    beforeEach(() => index.add(NOTICES));
    const others = (term: string, ...words: string[]): QueryTerm => ({ term, weight: 1, others: words });

    it.each<[what: string, terms: QueryTerm[], found: string[]]>([
      ['find passages that lack the term', [others('巴士', '公交')], ['bus']],
      ['come after the term itself', [others('闭馆', '停运', '封闭')], ['library', 'bridge']],
      ['that nothing holds find nothing', [others('火星', '金星')], []],
      ['find nothing twice', [others('巴士', '公交'), ...query('公交')], ['bus']],
    ])('%s', async (_, terms, expected) => {
      expect(await found(terms)).toEqual(expected);
    });

    it('are counted with the term, up to all passages', async () => {
      const { documentFrequency } = await index.search(
        [others('巴士', '公交'), others('大桥', '施工', '绕行', '末班'), others('火星', '金星')],
        10,
      );
      expect([...documentFrequency]).toEqual([
        ['巴士', 1],
        ['大桥', NOTICES.length],
        ['火星', 0],
      ]);
    });
  });

  describe(`${name}: what comes first`, () => {
    it.each<[why: string, texts: Record<string, string>, terms: string[], order: string[]]>([
      [
        'more of the words',
        { one: '白鹤飞过湖面。', both: '白鹤停在芦苇上。', other: '芦苇长到湖面，一直到堤边。' },
        ['白鹤', '芦苇'],
        ['both', 'one', 'other'],
      ],
      [
        'the rarer word',
        { common: '村里来了客人。', rare: '村里修了水塔。', third: '村里来了亲戚，住了一阵。' },
        ['来了', '水塔'],
        ['rare', 'common', 'third'],
      ],
      [
        'the word more often, in texts of the same length',
        { once: '茶园里有茶树，也有果树和杉树。', twice: '茶园里有茶树，茶树边上有杉树。' },
        ['茶树'],
        ['twice', 'once'],
      ],
      [
        'the shorter text',
        { long: '渡口在上游，船夫每天清早开船，中午收船，傍晚再开一趟。', short: '渡口在上游。' },
        ['渡口'],
        ['short', 'long'],
      ],
    ])('%s', async (_, texts, terms, order) => {
      await filled(...Object.entries(texts).map(([id, text]) => ({ id, text })));
      expect(await found(query(...terms))).toEqual(order);
    });

    it('the word that weighs more', async () => {
      await filled({ id: 'crane', text: '白鹤飞过湖面。' }, { id: 'reed', text: '芦苇长满湖面。' });
      expect(await found(query('白鹤:3', '芦苇'))).toEqual(['crane', 'reed']);
      expect(await found(query('白鹤', '芦苇:3'))).toEqual(['reed', 'crane']);
    });

    it('scores fall from one to the next', async () => {
      await index.add(NOTICES);
      const { candidates } = await index.search(query('大桥', '施工', '21点', '城南'), 10);
      const scores = candidates.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(scores.every((score) => score > 0)).toBe(true);
    });

    it('the first are the same however many are asked for', async () => {
      await index.add(NOTICES);
      const all = await found(query('大桥', '施工', '21点', '城南'));
      expect(all).toHaveLength(5);
      for (const limit of [0, 1, 2, 3, 4, 5]) {
        expect(await found(query('大桥', '施工', '21点', '城南'), limit)).toEqual(all.slice(0, limit));
      }
    });

    it('equals keep one order, whichever came first', async () => {
      const twins = ['a', 'b', 'c', 'd'].map((id) => passageOf({ id, text: '渡口在上游。' }));
      await index.add(twins);
      const order = await found(query('渡口'));
      const other = await create();
      await other.add([...twins].reverse());
      const { candidates } = await other.search(query('渡口'), 10);
      expect(candidates.map(({ passage }) => passage.id)).toEqual(order);
    });
  });

  describe(`${name}: which passages are looked at`, () => {
    const range = (from: string, to: string, precision: DatePrecision = 'day'): DateValue => ({
      kind: 'range',
      from,
      to,
      precision,
    });
    const yearly = (from: string, to: string): DateValue => ({ kind: 'yearly', from, to, precision: 'day' });
    const may = range('2026-05-01', '2026-05-31', 'month');
    const daily = { publication: '清江日报', page: '第03版', when: '2026-05-14' };
    const dated = [
      { id: 'daily', title: '城南停水', text: '城南停水8小时。', facts: daily },
      { id: 'month', text: '渡口停水。', facts: { publication: '渡口周报', page: 'A3', when: '2026-05' } },
      { id: 'year', text: '山里停水。', facts: { page: '12', when: '2026' } },
      { id: 'past', title: '往年', text: '2025年5月14日停水，2026年照常。', facts: { when: '2025-06-01' } },
      { id: 'spoken', text: '2026年5月20日停水，见《城南停水》。' },
      { id: 'day', text: '5月20日停水。', facts: { when: '2026-04-30' } },
      { id: 'turn', text: '停水自2025年12月20日至2026年1月5日。' },
      { id: 'plain', title: '星*号', text: '停水是常事。《论《水》》说过。' },
    ].map(passageOf);
    beforeEach(() => index.add(dated));

    it.each<[what: string, filter: PassageFilter, found: string[]]>([
      ['all', {}, ['daily', 'day', 'month', 'past', 'plain', 'spoken', 'turn', 'year']],
      ['those of a paper', { publication: '清江日报' }, ['daily']],
      ['those of a page, however it is written', { page: '3' }, ['daily', 'month']],
      ['those of a paper and a page', { publication: '渡口周报', page: '3' }, ['month']],
      ['those of a title, and those that name it', { title: '城南停水' }, ['daily', 'spoken']],
      ['those of a part of a title', { title: '南停' }, ['daily']],
      ['a sign of a pattern stands for itself', { title: '星*' }, ['plain']],
      ['and for nothing else', { title: '城*水' }, []],
      ['a work whose name holds another', { title: '论《水》' }, ['plain']],
      ['articles of a month, a month or a year that it is in', { date: may }, ['daily', 'month', 'year']],
      [
        'with those that speak of it, of the article’s year where none is told',
        { date: may, mentioned: true },
        ['daily', 'day', 'month', 'spoken', 'year'],
      ],
      [
        'a day that was told with its year',
        { date: range('2025-05-14', '2025-05-14'), mentioned: true },
        ['past'],
      ],
      [
        'a month with one of the days that are told',
        { date: range('2025-12-01', '2025-12-31', 'month'), mentioned: true },
        ['turn'],
      ],
      [
        'a stretch over the turn of a year',
        { date: range('2025-12-01', '2026-01-31'), mentioned: true },
        ['turn', 'year'],
      ],
      ['articles of a day of every year', { date: yearly('05-14', '05-14') }, ['daily', 'month']],
      [
        'with those that speak of it in whatever year',
        { date: yearly('05-14', '05-20'), mentioned: true },
        ['daily', 'day', 'month', 'past', 'spoken'],
      ],
      ['a filter that leaves nothing', { publication: '火星日报' }, []],
    ])('%s', async (_, filter, expected) => {
      expect(
        dated
          .filter((passage) => passes(passage, filter))
          .map(({ id }) => id)
          .sort(),
      ).toEqual(expected);
      const { candidates, documentFrequency } = await index.search(query('停水'), 10, filter);
      expect(candidates.map(({ passage }) => passage.id).sort()).toEqual(expected);
      expect(documentFrequency.get('停水')).toBe(dated.length);
    });

    it.each<[what: string, filter: PassageFilter, found: string[]]>([
      ['those of a folder, with the folders in it', { folder: '2026' }, ['march', 'may']],
      ['those of a folder in another', { folder: '2026/5月' }, ['may']],
      ['and not those of a folder that begins alike', { folder: '202' }, []],
      ['those of a folder and a page', { folder: '2026', page: '4' }, ['march']],
    ])('%s', async (_, filter, expected) => {
      const filed = [
        { id: 'march', folder: '2026', text: '渡口停水。', facts: { page: '4' } },
        { id: 'may', folder: '2026/5月', text: '渡口停水。', facts: { page: '3' } },
        { id: 'alike', folder: '2026年', text: '渡口停水。', facts: { page: '4' } },
        { id: 'top', text: '渡口停水。', facts: { page: '4' } },
      ].map(passageOf);
      await index.add(filed);
      expect(filed.filter((passage) => passes(passage, filter)).map(({ id }) => id)).toEqual(expected);
      const { candidates } = await index.search(query('渡口'), 10, filter);
      expect(candidates.map(({ passage }) => passage.id).sort()).toEqual(expected);
    });

    it('the best of them, however many others are better', async () => {
      const { candidates } = await index.search(query('停水', '城南'), 1, { page: '12' });
      expect(candidates.map(({ passage }) => passage.id)).toEqual(['year']);
    });
  });

  describe(`${name}: labels of blocks`, () => {
    it('are found by their own terms, where a block begins with them', async () => {
      await filled(
        { id: 'third', text: '第三条 停水须提前告知。' },
        { id: 'mention', text: '依照第三条，停水须提前告知。' },
      );
      expect(await found(query('§条3'))).toEqual(['third']);
    });
  });

  describe(`${name}: adding and removing`, () => {
    it('what was removed is gone, and counts no more', async () => {
      await index.add(NOTICES);
      await index.remove(['bridge', 'unknown']);
      expect(index.state.size).toBe(NOTICES.length - 1);
      expect(await index.get('bridge')).toBeUndefined();
      const { candidates, documentFrequency } = await index.search(query('大桥'), 10);
      expect(candidates.map(({ passage }) => passage.id)).toEqual(['bus']);
      expect(documentFrequency.get('大桥')).toBe(1);
    });

    it('what was removed may come back', async () => {
      await index.add(NOTICES);
      const before = await index.search(query('大桥', '21点'), 10);
      await index.remove(['bridge', 'bus']);
      await index.add(NOTICES.slice(0, 2));
      expect(await index.search(query('大桥', '21点'), 10)).toEqual(before);
    });

    it.each<[what: string, added: Passage[]]>([
      ['held already', [NOTICES[4] as Passage, NOTICES[0] as Passage]],
      ['twice in what is added', [NOTICES[4] as Passage, NOTICES[4] as Passage]],
    ])('refuses an id that is %s, and then adds nothing', async (_, added) => {
      await index.add(NOTICES.slice(0, 2));
      await expect(index.add(added)).rejects.toThrow(DuplicatePassageError);
      expect(index.state.size).toBe(2);
      expect(await found(query('停水'))).toEqual([]);
    });

    it('exchanges passages, those of the same id too', async () => {
      await index.add(NOTICES);
      const moved = passageOf({
        id: 'bridge',
        title: '清江大桥提前通车',
        text: '清江大桥今日通车。',
        line: 9,
      });
      await index.update({ remove: ['bridge', 'bus'], add: [moved] });
      expect(index.state.size).toBe(4);
      expect(await found(query('大桥'))).toEqual(['bridge']);
      expect(await found(query('伸缩', '施工'))).toEqual([]);
      expect((await index.get('bridge'))?.lines).toEqual([9, 9]);
    });

    it('serves new facts of a passage whose text has stayed', async () => {
      await index.add(NOTICES);
      const { title } = (NOTICES[0] as Passage).article;
      const { text } = NOTICES[0] as Passage;
      const dated = passageOf({ id: 'bridge', title, text, line: 5, date: '2024-11-01' });
      await index.update({ remove: ['bridge'], add: [dated] });
      const { candidates } = await index.search(query('伸缩'), 1);
      expect(candidates[0]?.passage).toEqual(dated);
    });

    it('at no moment is neither found of two that are exchanged', async () => {
      await index.add(NOTICES);
      const exchanged = index.update({
        remove: ['bridge'],
        add: [passageOf({ id: 'bridge2', title: '清江大桥封闭施工', text: '清江大桥推迟封闭。' })],
      });
      let done = false;
      const finished = exchanged.then(() => {
        done = true;
      });
      while (!done) {
        const either = (await found(query('清江'))).filter((id) => id.startsWith('bridge'));
        expect(either.length).toBeGreaterThanOrEqual(1);
        await new Promise((resolve) => setImmediate(resolve));
      }
      await finished;
      expect(await found(query('封闭'))).toEqual(['bridge2']);
    });

    it('changes that are asked for at the same time happen one after the other', async () => {
      const [first, second] = [NOTICES.slice(0, 3), NOTICES.slice(3)];
      await Promise.all([
        index.add(first),
        index.add(second),
        index.remove(['bridge']),
        index.add(NOTICES.slice(0, 1)),
        index.remove(['water']),
      ]);
      expect(index.state.size).toBe(4);
      expect(await found(query('大桥'))).toEqual(['bridge', 'bus']);
      expect(await found(query('停水'))).toEqual([]);
    });
  });

  describe(`${name}: its version`, () => {
    const versionOf = async (...passages: readonly Passage[]): Promise<string> => {
      const other = await create();
      await other.add(passages);
      return other.state.version;
    };

    it('is the same for the same content, whatever came before', async () => {
      await index.add([...NOTICES].reverse());
      await index.remove(['bridge']);
      await index.add(NOTICES.slice(0, 1));
      expect(index.state.version).toBe(await versionOf(...NOTICES));
    });

    it('differs with every difference of content', async () => {
      const bridge = { id: 'bridge', title: '封桥', text: '大桥封闭。' };
      const contents = [
        [],
        [passageOf(bridge)],
        [passageOf({ ...bridge, id: 'bridge2' })],
        [passageOf({ ...bridge, title: '封桥通知' })],
        [passageOf({ ...bridge, line: 2 })],
        [passageOf({ ...bridge, date: '2024-11-01' })],
        [passageOf(bridge), passageOf({ ...bridge, id: 'bridge2' })],
      ];
      const versions = await Promise.all(contents.map((passages) => versionOf(...passages)));
      expect(new Set(versions).size).toBe(contents.length);
    });
  });
}
