import { describe, expect, it, vi } from 'vitest';

// Words that are added stay in the process, which other tests share: here they go into a dictionary of its own.
vi.resetModules();
const { addWords, dictionaryName } = await import('../../src/language/dictionary.js');
const { segment, tag } = await import('../../src/language/segment.js');

/** The tests share that dictionary, so they follow one another. */
describe('words of the operator’s own', () => {
  const words = (text: string): string[] => segment(text).map(({ term }) => term);

  it('are kept whole once they are added, in whichever script they are written', () => {
    expect(words('去巴渝新居看花')).not.toContain('巴渝新居');
    addWords([{ word: '巴渝新居' }, { word: '團結湖社' }]);
    expect(words('去巴渝新居看花')).toContain('巴渝新居');
    expect(words('团结湖社今日开张')).toContain('团结湖社');
  });

  it('have the part of speech that is stated, else that of a proper noun', () => {
    addWords([{ word: '左小禾禾', tag: 'nr' }]);
    const speech = new Map(tag('左小禾禾去巴渝新居').map(({ term, tag: of }) => [term, of]));
    expect(speech.get('左小禾禾')).toBe('nr');
    expect(speech.get('巴渝新居')).toBe('nz');
  });

  it('change the name of the dictionary, in whatever order they came; blank ones do not', () => {
    const before = dictionaryName();
    addWords([{ word: ' ' }, { word: '巴渝新居' }]);
    expect(dictionaryName()).toBe(before);
    addWords([{ word: '两江小渡' }]);
    expect(dictionaryName()).not.toBe(before);
  });
});
