import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type AskAgain, AskingAgain } from '../../../src/telegram/alerts/asking-again.js';
import { Wishes } from '../../../src/telegram/alerts/wishes.js';
import { until } from './told-bot.js';

const PACE = { settleMs: 20, longestMs: 200, betweenMs: 1, againMs: 30 };

/** Wishes for these questions, and what is asked of them. */
function asking(questions: readonly string[], ask: AskAgain = async () => 'unanswered') {
  const wishes = new Wishes();
  for (const question of questions) wishes.add({ chat: 1, question, language: 'zh' });
  const asked: string[] = [];
  const faults: unknown[] = [];
  let version = 1;
  const again = new AskingAgain(
    wishes,
    async (id, wish, added) => {
      asked.push(`${wish.question}: ${added ? [...added].join() : 'any'}`);
      return ask(id, wish, added);
    },
    () => `v${version}`,
    (error) => faults.push(error),
    PACE,
  );
  return {
    ...{ wishes, asked, again, faults },
    change(...added: string[]) {
      version++;
      again.changed(added);
    },
    done: () => until(() => wishes.askedFor === `v${version}`),
  };
}

describe('wishes are asked again', () => {
  it('once for changes that follow one another, with all that is new', async () => {
    const { asked, change, done } = asking(['甲', '乙']);
    change('1');
    change('2', '3');
    await done();
    expect(asked).toEqual(['甲: 1,2,3', '乙: 1,2,3']);
  });

  it('once more for a change that comes while they are asked', async () => {
    const { asked, change, done } = asking(['甲', '乙'], async () => {
      if (asked.length === 1) change('2');
      return 'unanswered';
    });
    change('1');
    await done();
    expect(asked).toEqual(['甲: 1', '乙: 1', '甲: 2', '乙: 2']);
  });

  it('though the collection never settles', async () => {
    const { asked, change } = asking(['甲']);
    while (asked.length === 0) {
      change('1');
      await pause(5);
    }
    expect(asked[0]).toBe('甲: 1');
  });

  it('later, those alone that could not be asked, and not all over again', async () => {
    let busy = 2;
    const { asked, change, done } = asking(['甲', '乙'], async (_, { question }) =>
      question === '甲' && busy-- > 0 ? 'later' : 'unanswered',
    );
    change('1');
    await done();
    expect(asked).toEqual(['甲: 1', '乙: 1', '甲: 1', '甲: 1']);
  });

  it('later, when asking fails, and the fault is told', async () => {
    let broken = true;
    const { asked, change, done, faults } = asking(['甲'], async () => {
      if (!broken) return 'unanswered';
      broken = false;
      throw new Error('the index is on fire');
    });
    change('1');
    await done();
    expect(asked).toHaveLength(2);
    expect(faults).toEqual([new Error('the index is on fire')]);
  });

  it('no more once they are over', async () => {
    const { asked, change, done, wishes } = asking(['甲', '乙'], async (_, { question }) =>
      question === '甲' ? 'over' : 'unanswered',
    );
    change('1');
    await done();
    change('2');
    await done();
    expect(asked).toEqual(['甲: 1', '乙: 1', '乙: 2']);
    expect(wishes.all()).toHaveLength(1);
  });

  it('not when nothing was added', async () => {
    const { asked, change, done } = asking(['甲']);
    change();
    await done();
    expect(asked).toEqual([]);
  });

  it('of any article where it is not known which are new', async () => {
    const { asked, again, done } = asking(['甲']);
    again.changed(undefined);
    await done();
    expect(asked).toEqual(['甲: any']);
  });

  it.each([
    ['v1', []],
    ['v0', ['甲: any']],
  ])('at the start, when they were last asked of %s: %o', async (version, expected) => {
    const { asked, again, wishes, done } = asking(['甲']);
    wishes.noteAsked(version);
    again.start();
    await done();
    await again.stop();
    expect(asked).toEqual(expected);
  });

  it('no more after the end, and what was cut off is not noted as done', async () => {
    const { asked, again, change, wishes } = asking(['甲', '乙'], async () => {
      void again.stop();
      return 'unanswered';
    });
    change('1');
    await until(() => asked.length > 0);
    await again.stop();
    expect(asked).toEqual(['甲: 1']);
    expect(wishes.askedFor).toBeUndefined();
  });
});
