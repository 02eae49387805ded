import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, unitsOf } from '../../src/language/fold.js';
import { isAllSound, soundingUnits } from '../../src/language/sound.js';
import { anyText } from './texts.js';

describe('sounds', () => {
  test.each([
    ['the same syllable', '重庆市', '众庆是'],
    ['tones', '妈', '骂'],
    ['z and zh, c and ch, s and sh', '字词四', '志池是'],
    ['n, l and r', '你能', '里冷'],
    ['front and back nasals', '金身', '京生'],
    ['f and hu', '飞分方', '灰昏荒'],
  ])('are one for %s: %s and %s', (_, one, other) => {
    expect(soundsOf(one)).toEqual(soundsOf(other));
  });

  test.each([
    ['山', '水'],
    ['北', '白'],
    ['大', '塔'],
  ])('differ for %s and %s', (one, other) => {
    expect(soundsOf(one)).not.toEqual(soundsOf(other));
  });

  test('of any text are as many units, of which all but Han characters stay as they are', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const units = unitsOf(fold(text));
        const heard = soundingUnits(units);
        expect(heard.length).toBe(units.length);
        for (const [i, unit] of units.entries()) {
          if (!/\p{Script=Han}/u.test(String.fromCharCode(unit))) expect(heard[i]).toBe(unit);
        }
      }),
    );
  });

  test.each([
    ['重庆', true],
    ['重庆2号线', false],
    ['wifi', false],
  ])('all of %s sounds: %s', (text, expected) => {
    expect(isAllSound(soundsOf(text))).toBe(expected);
  });
});

function soundsOf(text: string): Uint16Array {
  return soundingUnits(unitsOf(text));
}
