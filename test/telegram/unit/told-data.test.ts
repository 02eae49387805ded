import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingLink, wantedReading } from '../../../src/telegram/feedback/reading-link.js';
import { passageIn } from '../../../src/telegram/rendering/deep-link.js';
import { headed, MESSAGE_UNITS, seal } from '../../../src/telegram/rendering/sendable.js';
import { decodeToldData, encodeToldData } from '../../../src/telegram/rendering/told-data.js';

/** Ids of passages and wishes: 16 of these characters at most. */
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,16}$/);

describe('callback data of wishes and judgements', () => {
  it('lead back to what the button promised, within 64 bytes', () => {
    const data = fc.oneof(
      fc.record({ wish: fc.constantFrom('begin' as const, 'end-all' as const) }),
      fc.record({ wish: fc.constantFrom('end' as const, 'drop' as const), id }),
      fc.record({ judge: fc.constantFrom('useful' as const, 'wrong' as const, 'typo' as const), id }),
    );
    fc.assert(
      fc.property(data, (given) => {
        const encoded = encodeToldData(given);
        expect(Buffer.byteLength(encoded)).toBeLessThanOrEqual(64);
        expect(decodeToldData(encoded)).toEqual(given);
      }),
    );
  });

  it.each(['', 'k:', 'k:abc', 'e', 'g', 'p:abc', 'c:abc', 'e:a b', 'g:页', 'x:abc'])(
    'do not know %j',
    (data) => {
      expect(decodeToldData(data)).toBeUndefined();
    },
  );
});

describe('the link of a wanted reading', () => {
  it('tells what a reply is about, and opens the passage like any other', () => {
    fc.assert(
      fc.property(id, fc.integer({ min: 1, max: 2 ** 31 }), (passage, message) => {
        const url = readingLink('jianbao_bot', { passage, message });
        const entities = [{ type: 'text_link' as const, offset: 0, length: 1, url }];
        expect(wantedReading({ entities })).toEqual({ passage, message });
        expect(passageIn(new URL(url).searchParams.get('start') ?? '')).toBe(passage);
      }),
    );
  });

  it.each(['https://t.me/jianbao_bot?start=c_abc', 'https://example.org/?reading=1'])('is not %s', (url) => {
    expect(wantedReading({ entities: [{ type: 'text_link', offset: 0, length: 1, url }] })).toBeUndefined();
  });
});

describe('a line above a message', () => {
  it('moves what is marked, and keeps within the limits', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: MESSAGE_UNITS });
    fc.assert(
      fc.property(text, fc.string({ maxLength: 100 }), (below, line) => {
        const bold = { type: 'bold' as const, offset: 0, length: below.length };
        const message = headed(line, seal({ text: below, entities: [bold] }));
        expect(message.text.length).toBeLessThanOrEqual(MESSAGE_UNITS);
        for (const { offset, length } of message.entities)
          expect(offset + length).toBeLessThanOrEqual(message.text.length);
      }),
    );
  });
});
