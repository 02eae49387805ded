import type { User } from 'grammy/types';
import { beforeEach, describe, expect, it } from 'vitest';
import { IndexUnavailableError } from '../../src/retrieval/passage-index.js';
import type { Measures } from '../../src/telegram/measuring/measures.js';
import { NO_MEASURES } from '../../src/telegram/measuring/measures.js';
import { unavailableEn, unavailableZh } from '../../src/telegram/wording/unavailable.js';
import { useServedBot } from './support/served-bot.js';

const outcomes: string[] = [];
const measures: Measures = { ...NO_MEASURES, answered: (_, outcome) => void outcomes.push(outcome) };
const bot = useServedBot({}, {}, { measures });
const QUESTION = '图书馆为什么搬家？';
let lin: User;

beforeEach(() => {
  outcomes.length = 0;
  lin = bot.playground.addUser({ first_name: '林', language_code: 'zh-hans' });
  bot.answers(() => {
    throw new IndexUnavailableError({ en: 'n1:9200 does not answer in time', zh: 'n1:9200 迟迟没有回应' });
  });
});

describe('while the index cannot be asked, who asks is told to come later', () => {
  it('in private, under the question, in their language', async () => {
    const asked = bot.playground.say(lin, lin, QUESTION);
    const told = await bot.playground.nextMessage(lin);
    expect(told.text).toBe(unavailableZh.text);
    expect(told.reply_to_message?.message_id).toBe(asked.message_id);
    const ann = bot.playground.addUser({ first_name: 'Ann', language_code: 'en' });
    bot.playground.say(ann, ann, 'When does the library move?');
    expect((await bot.playground.nextMessage(ann)).text).toBe(unavailableEn.text);
    expect(outcomes).toEqual(['unavailable', 'unavailable']);
  });

  it('in a group', async () => {
    const group = bot.playground.addGroup({ title: '读者群', members: [lin] });
    bot.playground.say(group, lin, `@${bot.playground.bot.username} ${QUESTION}`);
    expect((await bot.playground.nextMessage(group)).text).toBe(unavailableZh.text);
  });

  it('inline, and the server does not remember it', async () => {
    expect(await bot.playground.typeInline(lin, QUESTION)).toMatchObject({
      status: 'answered',
      results: [],
      button: { text: unavailableZh.inline },
    });
    const call = await bot.playground.waitForCall('answerInlineQuery');
    expect(call.payload.cache_time).toBe(0);
  });
});
