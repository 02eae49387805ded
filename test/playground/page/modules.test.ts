import type { MessageEntity } from '@grammyjs/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallRecord } from '../../../playground/user-api.js';
import { pageModule, type TextNode } from './support/modules.js';

const { arrange } = await pageModule('text/entities.js');
const { destinationOf } = await pageModule('text/links.js');
const { fits } = await pageModule('shell/call-filter.js');

describe('entities are arranged as a tree', () => {
  /** Nodes as text: `bold(…)`. */
  function drawn(nodes: readonly TextNode[]): string {
    return nodes
      .map((node) => (typeof node === 'string' ? node : `${node.entity.type}(${drawn(node.children)})`))
      .join('');
  }
  function plain(nodes: readonly TextNode[]): string {
    return nodes.map((node) => (typeof node === 'string' ? node : plain(node.children))).join('');
  }
  const entity = (
    type: 'bold' | 'underline' | 'blockquote',
    offset: number,
    length: number,
  ): MessageEntity => ({
    type,
    offset,
    length,
  });

  it.each<[string, string, MessageEntity[], string]>([
    ['none', '原文', [], '原文'],
    ['one in the middle', '森林火灾5起', [entity('bold', 4, 2)], '森林火灾bold(5起)'],
    [
      'one within another, given in any order',
      '共5起，在册',
      [entity('bold', 1, 2), entity('blockquote', 0, 6)],
      'blockquote(共bold(5起)，在册)',
    ],
    [
      'two of the same extent: the first given is outside',
      '5起',
      [entity('blockquote', 0, 2), entity('bold', 0, 2)],
      'blockquote(bold(5起))',
    ],
    ['side by side', '甲乙', [entity('bold', 0, 1), entity('underline', 1, 1)], 'bold(甲)underline(乙)'],
    [
      'crossing, which Telegram never sends: the later ends with the earlier',
      '甲乙丙丁',
      [entity('bold', 0, 3), entity('underline', 2, 2)],
      'bold(甲乙underline(丙))丁',
    ],
    ['offsets in UTF-16 units', '😀火😀', [entity('bold', 2, 1)], '😀bold(火)😀'],
    ['beyond the end', '甲', [entity('bold', 0, 9), entity('bold', 5, 1)], 'bold(甲)'],
  ])('%s', (_, text, entities, expected) => {
    expect(drawn(arrange(text, entities))).toBe(expected);
  });

  it('whatever the entities, the text stays as it is', () => {
    const some = fc.record({
      type: fc.constantFrom<'bold' | 'underline' | 'blockquote'>('bold', 'underline', 'blockquote'),
      offset: fc.integer({ min: -3, max: 40 }),
      length: fc.integer({ min: -3, max: 40 }),
    });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.array(some), (text, entities) => {
        expect(plain(arrange(text, entities))).toBe(text);
      }),
    );
  });
});

describe('a link leads', () => {
  it.each<[string, ReturnType<typeof destinationOf>]>([
    ['https://t.me/jianbao_bot?start=c_12', { kind: 'start', payload: 'c_12' }],
    ['https://t.me/Jianbao_Bot', { kind: 'start' }],
    ['t.me/jianbao_bot?start=x', { kind: 'start', payload: 'x' }],
    ['https://t.me/other_bot?start=c_12', { kind: 'web', url: 'https://t.me/other_bot?start=c_12' }],
    ['https://example.org/a', { kind: 'web', url: 'https://example.org/a' }],
    ['example.org', { kind: 'web', url: 'https://example.org/' }],
    ['mailto:desk@example.org', { kind: 'web', url: 'mailto:desk@example.org' }],
    ['javascript:alert(1)', undefined],
    ['data:text/html,<script>alert(1)</script>', undefined],
    ['not an address', undefined],
  ])('%s', (address, expected) => {
    expect(destinationOf(address, 'jianbao_bot')).toEqual(expected);
  });
});

describe('the drawer finds calls', () => {
  const call = (method: string, ok: boolean, payload: Record<string, unknown> = {}): CallRecord => ({
    index: 0,
    method,
    payload,
    at: 0,
    ms: 1,
    response: ok
      ? { ok, result: true }
      : { ok, error_code: 400, description: 'Bad Request: message is too long' },
  });
  const all = { text: '', result: 'all', polls: false } as const;

  it.each([
    ['everything', call('sendMessage', true), all, true],
    ['polls only when asked for', call('getUpdates', true), all, false],
    ['polls when asked for', call('getUpdates', true), { ...all, polls: true }, true],
    ['refused polls always: they are news', call('getUpdates', false), all, true],
    ['refused ones', call('sendMessage', true), { ...all, result: 'refused' as const }, false],
    ['accepted ones', call('sendMessage', false), { ...all, result: 'accepted' as const }, false],
    ['by method', call('sendMessage', true), { ...all, text: 'SENDMESS' }, true],
    ['by parameter', call('sendMessage', true, { text: '森林火灾' }), { ...all, text: ' 火灾 ' }, true],
    ['by reason', call('sendMessage', false), { ...all, text: 'too long' }, true],
    ['and nothing else', call('sendMessage', true), { ...all, text: 'editMessageText' }, false],
  ])('%s', (_, record, filter, expected) => {
    expect(fits(record, filter)).toBe(expected);
  });
});
