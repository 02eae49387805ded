import { describe, expect, test } from 'vitest';
import { scriptOf } from '../../src/language/script.js';

describe('the characters of a question', () => {
  test.each<[text: string, script: ReturnType<typeof scriptOf>]>([
    ['末班车几点开？', 'simplified'],
    ['末班車幾點開？', 'traditional'],
    ['圖書館', 'traditional'],
    ['图书馆', 'simplified'],
    ['皇后大道在哪裡', 'traditional'],
    ['台北101多高', undefined],
    ['后里', undefined],
    ['著名作家是谁', 'simplified'],
    ['妳好', 'traditional'],
    ['巴士幾點有？', 'traditional'],
    ['《紅樓夢》的作者是谁，什么时候写的，讲了什么故事', 'simplified'],
    ['水和电', 'simplified'],
    ['中文', undefined],
    ['library 2024', undefined],
    ['', undefined],
    ['\ud83d', undefined],
  ])('%s: %s', (text, script) => {
    expect(scriptOf(text)).toBe(script);
  });
});
