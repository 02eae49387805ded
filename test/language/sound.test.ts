import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/language/fold.js';
import { soundsOf } from '../../src/language/sound.js';
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

  test('of any text are one number a UTF-16 unit, 0 for what is no Han character', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const sounds = soundsOf(fold(text));
        expect(sounds.length).toBe(text.length);
        for (const [i, unit] of Array.from(fold(text).split('')).entries()) {
          if (!/\p{Script=Han}/u.test(unit)) expect(sounds[i]).toBe(0);
        }
      }),
    );
  });
});
