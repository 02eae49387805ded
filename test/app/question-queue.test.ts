import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Answer, Answerer } from '../../src/answering/answer.js';
import { inTurn } from '../../src/app/question-queue.js';

const REFUSED: Answer = { status: 'refused', reason: 'empty', missing: [], results: [] };

/** How long a question keeps all else from its turn, in milliseconds: longer than a timer of 1 ms. */
const BLOCKS_MS = 2;

/**
 * An answerer that notes what begins in its presence and holds everything up meanwhile, as finding does.
 * @param reading what a question waits for once it has begun
 */
function noting(events: string[], reading: (question: string) => Promise<void> = async () => {}): Answerer {
  return {
    version: 'v1',
    async answer({ text }) {
      events.push(text);
      const until = performance.now() + BLOCKS_MS;
      while (performance.now() < until);
      if (text === 'fail') throw new Error('no luck');
      await reading(text);
      return REFUSED;
    },
    context: async () => undefined,
    article: async () => undefined,
    clipping: async () => undefined,
    summary: () => ({ articles: 0, passages: 0, files: 0, titles: [] }),
    completions: async () => [],
    questions: async () => [],
    meant: async () => [],
    examples: async () => [],
  };
}

const ask = (answerer: Answerer, questions: readonly string[]) =>
  Promise.allSettled(questions.map((text) => answerer.answer({ text })));

describe('questions in turn', () => {
  it('begin in the order in which they came, fifty at once, and timers have their turn between any two', async () => {
    const events: string[] = [];
    const timer = setInterval(() => events.push('timer'), 1);
    const questions = Array.from({ length: 50 }, (_, i) => `question ${i}`);
    await ask(inTurn(noting(events)), questions);
    clearInterval(timer);
    expect(events.filter((event) => event !== 'timer')).toEqual(questions);
    const hurried = questions.slice(1).filter((question) => events[events.indexOf(question) - 1] !== 'timer');
    expect(hurried).toEqual([]);
  });

  it('do not wait where none is before them', () => {
    const events: string[] = [];
    const answer = inTurn(noting(events)).answer({ text: 'a' });
    expect(events).toEqual(['a']);
    return answer;
  });

  it('do not wait either when those before them are long done', async () => {
    const events: string[] = [];
    const answerer = inTurn(noting(events));
    await ask(answerer, ['a', 'b', 'c']);
    await pause(5);
    const answer = answerer.answer({ text: 'd' });
    expect(events).toEqual(['a', 'b', 'c', 'd']);
    await answer;
  });

  it('keep their order when some come while others wait', async () => {
    const events: string[] = [];
    const answerer = inTurn(noting(events));
    const first = ask(answerer, ['a', 'b', 'c']);
    setImmediate(() => void answerer.answer({ text: 'd' }));
    await first;
    await answerer.answer({ text: 'e' });
    expect(events).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('go on after one that failed', async () => {
    const events: string[] = [];
    const answerer = inTurn(noting(events));
    const outcomes = await ask(answerer, ['fail', 'b', 'fail', 'c']);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled']);
    await answerer.answer({ text: 'd' });
    expect(events).toEqual(['fail', 'b', 'fail', 'c', 'd']);
  });

  it('begin while the one before is being read, however long that takes', async () => {
    const events: string[] = [];
    let done = (): void => {};
    const read = new Promise<void>((resolve) => {
      done = resolve;
    });
    const answerer = inTurn(noting(events, (question) => (question === 'long' ? read : Promise.resolve())));
    const long = answerer.answer({ text: 'long' });
    await ask(answerer, ['b', 'c']);
    expect(events).toEqual(['long', 'b', 'c']);
    done();
    expect(await long).toBe(REFUSED);
  });

  it('leave everything else as it is', async () => {
    const inner = { ...noting([]) };
    const answerer = inTurn(inner);
    expect(answerer.version).toBe('v1');
    Object.assign(inner, { version: 'v2' });
    expect(answerer.version).toBe('v2');
    expect(answerer.summary(0).articles).toBe(0);
    expect(await answerer.examples(3)).toEqual([]);
    expect(await answerer.clipping('x')).toBeUndefined();
    expect(await answerer.context('x', 10)).toBeUndefined();
  });
});
