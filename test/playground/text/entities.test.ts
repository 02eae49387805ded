import type { MessageEntity } from '@grammyjs/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFoundEntities, nestEntities } from '../../../playground/text/entity-nesting.js';
import { findEntities } from '../../../playground/text/find-entities.js';
import { isLink } from '../../../playground/text/format-text.js';

describe('entities that Telegram finds', () => {
  /** Entities as `type:text`, in order. */
  const found = (text: string) =>
    findEntities(text).map(({ type, offset, length }) => `${type}:${text.slice(offset, offset + length)}`);

  it.each<[text: string, entities: string[]]>([
    ['@jianbao_bot 森林', ['mention:@jianbao_bot']],
    ['@jianbao_bot，森林', ['mention:@jianbao_bot']],
    ['请问 @jianbao_bot', ['mention:@jianbao_bot']],
    // Chinese characters are letters: no boundary, no mention.
    ['问@jianbao_bot', []],
    ['@jianbao_bot森林', []],
    ['（@jianbao_bot）', ['mention:@jianbao_bot']],
    ['a@b.com', []],
    ['@ab', []],
    ['/ask 森林', ['bot_command:/ask']],
    ['/ask@jianbao_bot 森林', ['bot_command:/ask@jianbao_bot']],
    ['/ask森林', []],
    ['森林 /ask', ['bot_command:/ask']],
    ['1/2', []],
    ['/a/b', []],
    ['</ask>', []],
    [`/${'a'.repeat(65)}`, []],
    ['#森林火灾 #2024', ['hashtag:#森林火灾']],
    ['a#b', []],
    ['见 https://example.org/a?b=c。', ['url:https://example.org/a?b=c']],
    ['t.me/jianbao_bot?start=c_1', ['url:t.me/jianbao_bot?start=c_1']],
    ['1.5万', []],
    ['😀 @jianbao_bot /help', ['mention:@jianbao_bot', 'bot_command:/help']],
    ['https://t.me/@name', ['url:https://t.me/@name']],
  ])('%j', (text, entities) => {
    expect(found(text)).toEqual(entities);
  });

  it('have offsets in UTF-16 units', () => {
    expect(findEntities('😀😀 @jianbao_bot')).toEqual([{ type: 'mention', offset: 5, length: 12 }]);
  });
});

describe('the order of entities', () => {
  /** `bold 0-5` for an entity of five units. */
  const read = (text: string): MessageEntity => {
    const [, type, start, end] = /(\w+) (\d+)-(\d+)/.exec(text)!;
    return {
      type,
      offset: Number(start),
      length: Number(end) - Number(start),
      url: 'https://example.org',
    } as never;
  };
  const written = ({ type, offset, length }: MessageEntity) => `${type} ${offset}-${offset + length}`;

  it.each<[what: string, given: string[], kept: string[]]>([
    ['outer before inner', ['bold 1-2', 'blockquote 0-5'], ['blockquote 0-5', 'bold 1-2']],
    [
      'quotes hold links and styles',
      ['blockquote 0-9', 'text_link 1-4', 'bold 2-6'],
      ['blockquote 0-9', 'text_link 1-4', 'bold 2-4', 'bold 4-6'],
    ],
    ['quotes cannot meet', ['blockquote 0-5', 'expandable_blockquote 4-9'], ['blockquote 0-5']],
    ['links cannot meet', ['text_link 0-5', 'text_link 4-9'], ['text_link 0-5']],
    ['a link cannot leave its quote', ['blockquote 0-5', 'text_link 3-9'], ['blockquote 0-5']],
    [
      'a style that crosses a quote is cut',
      ['blockquote 0-5', 'bold 3-9'],
      ['blockquote 0-5', 'bold 3-5', 'bold 5-9'],
    ],
    ['styles that touch are joined', ['bold 0-3', 'bold 3-6', 'italic 3-6'], ['bold 0-6', 'italic 3-6']],
    ['styles that cross are cut', ['bold 0-4', 'italic 2-6'], ['bold 0-4', 'italic 2-4', 'italic 4-6']],
    [
      'a style that code parts is cut at the quote that it then crosses',
      ['blockquote 0-2', 'code 0-1', 'bold 0-3'],
      ['blockquote 0-2', 'code 0-1', 'bold 1-2', 'bold 2-3'],
    ],
    ['code has no style', ['code 2-4', 'bold 0-6'], ['bold 0-2', 'code 2-4', 'bold 4-6']],
  ])('%s', (_, given, kept) => {
    expect(nestEntities(given.map(read)).map(written)).toEqual(kept);
  });

  it('gives way to what the bot set', () => {
    const given = ['text_link 0-5', 'bold 6-20', 'blockquote 6-10'].map(read);
    const found = ['mention 2-8', 'url 7-9', 'hashtag 12-15', 'mention 9-12'].map(read);
    expect(addFoundEntities(given, found).map(written)).toEqual([
      'text_link 0-5',
      'bold 6-20',
      'blockquote 6-10',
      'url 7-9',
      'hashtag 12-15',
    ]);
  });

  it('is nested without crossings, whatever is given', () => {
    const kind = fc.constantFrom(
      'bold',
      'italic',
      'code',
      'text_link',
      'blockquote',
      'expandable_blockquote',
    );
    const some = fc.array(
      fc.record({ type: kind, offset: fc.nat(20), length: fc.integer({ min: 1, max: 10 }) }),
    );
    fc.assert(
      fc.property(some, (given) => {
        const kept = nestEntities(given as MessageEntity[]);
        for (const a of kept) {
          for (const b of kept) {
            const [start, end] = [
              Math.max(a.offset, b.offset),
              Math.min(a.offset + a.length, b.offset + b.length),
            ];
            expect(end <= start || end - start === Math.min(a.length, b.length)).toBe(true);
          }
        }
        expect(nestEntities(kept)).toEqual(kept);
      }),
      { numRuns: 500 },
    );
  });
});

describe('links', () => {
  it.each<[url: string, good: boolean]>([
    ['https://t.me/jianbao_bot?start=c_1', true],
    ['t.me/jianbao_bot', true],
    ['tg://resolve?domain=jianbao_bot', true],
    ['http://localhost:8080/', true],
    ['http://[::1]/', true],
    ['nowhere', false],
    ['javascript:alert(1)', false],
    ['', false],
  ])('%j: %s', (url, good) => {
    expect(isLink(url)).toBe(good);
  });
});
