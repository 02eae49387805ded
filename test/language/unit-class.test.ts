import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHalf, unitClass } from '../../src/language/unit-class.js';

describe('unitClass', () => {
  it('says of every unit what the regular expression says, the second time too', () => {
    const pattern = /[\p{L}\p{N}]/u;
    const isWordUnit = unitClass(pattern);
    fc.assert(
      fc.property(fc.nat(0xffff), (unit) => {
        const expected = pattern.test(String.fromCharCode(unit));
        expect([isWordUnit(unit), isWordUnit(unit)]).toEqual([expected, expected]);
      }),
    );
  });

  it('knows halves of a pair', () => {
    expect([...'a中𠮷'].map((character) => isHalf(character.charCodeAt(0)))).toEqual([false, false, true]);
  });
});
