import { describe, expect, it } from 'vitest';
import type { Answer, Answerer } from '../../src/answering/answer.js';
import { inTurn } from '../../src/app/question-queue.js';

const REFUSED: Answer = { status: 'refused', reason: 'empty', missing: [], results: [] };

/** An answerer that notes what happens in its presence. */
function noting(events: string[]): Answerer {
  return {
    version: 'v1',
    async answer({ text }) {
      events.push(text);
      if (text === 'fail') throw new Error('no luck');
      return REFUSED;
    },
    context: async () => undefined,
    clipping: async () => undefined,
    summary: () => ({ articles: 0, passages: 0, files: 0, titles: [] }),
    completions: async () => [],
    examples: async () => [],
  };
}

describe('questions in turn', () => {
  it('are answered in the order in which they came, with other work between them', async () => {
    const events: string[] = [];
    const answerer = inTurn(noting(events));
    let stop = false;
    const other = (): void => {
      events.push('other');
      if (!stop) setImmediate(other);
    };
    setImmediate(other);
    await Promise.all(['a', 'b', 'c'].map((question) => answerer.answer({ text: question })));
    stop = true;
    expect(events.filter((event) => event !== 'other')).toEqual(['a', 'b', 'c']);
    for (const [one, next] of [
      ['a', 'b'],
      ['b', 'c'],
    ] as const) {
      expect(events.slice(events.indexOf(one), events.indexOf(next))).toContain('other');
    }
  });

  it('do not wait where none is before them', () => {
    const events: string[] = [];
    const answer = inTurn(noting(events)).answer({ text: 'a' });
    expect(events).toEqual(['a']);
    return answer;
  });

  it('go on after one that failed', async () => {
    const events: string[] = [];
    const answerer = inTurn(noting(events));
    const outcomes = await Promise.allSettled(
      ['fail', 'b'].map((question) => answerer.answer({ text: question })),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    await answerer.answer({ text: 'c' });
    expect(events).toEqual(['fail', 'b', 'c']);
  });

  it('leave everything else as it is', async () => {
    const answerer = inTurn(noting([]));
    expect(answerer.version).toBe('v1');
    expect(answerer.summary(0).articles).toBe(0);
    expect(await answerer.examples(3)).toEqual([]);
    expect(await answerer.clipping('x')).toBeUndefined();
    expect(await answerer.context('x', 10)).toBeUndefined();
  });
});
