import { expect, test } from 'vitest';
import { Completions } from '../../src/answering/completions.js';
import { passagesOf } from '../../src/corpus/passages.js';
import { article } from './support.js';

test('a title leads to the newest of the articles that have it, as the collection is at the time', () => {
  const [old, recent] = [
    { ...article('渡口停运', ['去年渡口停运过一次。']), when: '2024-03-01' },
    { ...article('渡口停运', ['今年渡口又停运了。']), when: '2025-03-01' },
  ];
  let [version, articles] = ['1', [recent, old]];
  const completions = new Completions(
    {
      get state() {
        return { version, size: 2 };
      },
    },
    () => articles,
  );
  const first = (of: typeof old) => ({ title: '渡口停运', passage: passagesOf(of)[0]?.id });
  expect(completions.of('渡口', 3)).toEqual([first(recent)]);
  [version, articles] = ['2', [old]];
  expect(completions.of('渡口', 3)).toEqual([first(old)]);
  expect(completions.of('火星', 3)).toEqual([]);
});
