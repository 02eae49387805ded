import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CallbackData,
  decodeCallbackData,
  encodeCallbackData,
  FIRST_VIEW,
} from '../../../src/telegram/rendering/callback-data.js';
import { deepLink, passageIn } from '../../../src/telegram/rendering/deep-link.js';
import {
  cacheSeconds,
  decodeOffset,
  encodeOffset,
  Freshness,
} from '../../../src/telegram/surfaces/inline-cache.js';
import { InlineDebounce } from '../../../src/telegram/updates/inline-debounce.js';

/** Ids of passages, as the collection makes them: 16 of these characters at most. */
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,16}$/);

const view = fc.record({
  newestFirst: fc.boolean(),
  without: fc.subarray(['date', 'publication', 'page', 'title', 'phrase'] as const),
});

const asked: fc.Arbitrary<CallbackData> = fc.oneof(
  fc.record({ show: fc.constant('answer' as const), view }),
  fc.record({ show: fc.constantFrom('clipping' as const, 'list' as const, 'post' as const), id, view }),
  fc.record({ show: fc.constant('article' as const), id, page: fc.nat(999_999), view }),
  fc.record({ show: fc.constant('article' as const), id, view }),
);

describe('callback data', () => {
  it('leads back to what the button promised, within 64 bytes', () => {
    fc.assert(
      fc.property(asked, (data) => {
        const encoded = encodeCallbackData(data);
        expect(Buffer.byteLength(encoded)).toBeGreaterThan(0);
        expect(Buffer.byteLength(encoded)).toBeLessThanOrEqual(64);
        expect(decodeCallbackData(encoded)).toEqual(data);
      }),
    );
  });

  it.each([
    ['p:abc', { show: 'clipping', id: 'abc' }],
    ['c:abc', { show: 'article', id: 'abc' }],
  ])('still knows %s, which older messages bear', (data, expected) => {
    expect(decodeCallbackData(data)).toEqual({ ...expected, view: FIRST_VIEW });
  });

  it.each(['', 'p', 'p:', 'x:abc', 'p:a b', 'p:页', 'p:abc:2', 'p:abc@2', 'c:abc@-1', 'w:abc', 'w!z'])(
    'does not know %j',
    (data) => {
      expect(decodeCallbackData(data)).toBeUndefined();
    },
  );
});

describe('deep links', () => {
  it('carry the passage in a payload that Telegram accepts', () => {
    fc.assert(
      fc.property(id, (passage) => {
        const payload = new URL(deepLink('jianbao_bot', passage)).searchParams.get('start') ?? '';
        expect(payload).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
        expect(passageIn(payload)).toBe(passage);
      }),
    );
  });

  it.each(['', 'inline', 'c_', 'c_a b', 'x_abc'])('see no passage in %j', (payload) => {
    expect(passageIn(payload)).toBeUndefined();
  });
});

describe('offsets of inline results', () => {
  it('lead to the next page of the same version only, within 64 bytes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), fc.string(), fc.string(), (first, version, other) => {
        const offset = encodeOffset(first, version);
        expect(Buffer.byteLength(offset)).toBeLessThanOrEqual(64);
        expect(decodeOffset(offset, version)).toBe(first);
        if (other !== version) expect(decodeOffset(offset, other)).toBeUndefined();
      }),
    );
  });

  it('begin with the first page', () => {
    expect(decodeOffset('', 'v1')).toBe(0);
  });
});

describe('caching of inline answers', () => {
  it.each([
    ['just changed', 0, 5],
    ['a minute ago', 60_000, 6],
    ['five minutes ago', 300_000, 30],
    ['long ago', 86_400_000, 60],
  ])('for a tenth of the age, 5 to 60 seconds: %s', (_, ageMs, seconds) => {
    expect(cacheSeconds(ageMs)).toBe(seconds);
  });

  it('starts anew with every version', () => {
    const freshness = new Freshness();
    expect(freshness.ageMs('v1', 1_000)).toBe(0);
    expect(freshness.ageMs('v1', 61_000)).toBe(60_000);
    expect(freshness.ageMs('v2', 62_000)).toBe(0);
  });
});

describe('InlineDebounce', () => {
  it('calls a query outdated once the same user has typed another', () => {
    const debounce = new InlineDebounce();
    debounce.note(1, 10, '图');
    debounce.note(1, 11, '图书');
    expect(debounce.isOutdated(1, 10, '图')).toBe(true);
    expect(debounce.isOutdated(1, 11, '图书')).toBe(false);
  });

  it.each([
    ['another user types', 2, 11, '馆'],
    ['the next batch of the same query is asked for', 1, 11, '图'],
    ['an older update comes late', 1, 9, '馆'],
  ])('does not when %s', (_, user, update, query) => {
    const debounce = new InlineDebounce();
    debounce.note(1, 10, '图');
    debounce.note(user, update, query);
    expect(debounce.isOutdated(1, 10, '图')).toBe(false);
  });
});
