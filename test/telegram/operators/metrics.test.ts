import { expect, it } from 'vitest';
import { useWholeBot } from '../support/run-bot.js';

const bot = useWholeBot();
const QUESTION = '102路公交车末班车几点？';

it('counts what was asked, where, and what became of it', async () => {
  const { playground } = bot;
  const lin = playground.addUser({ first_name: '林' });
  const club = playground.addGroup({ title: '读书会', members: [lin] });
  playground.say(lin, lin, QUESTION);
  const answer = await playground.nextMessage(lin);
  await playground.press(lin, answer, '全文', lin);
  playground.say(lin, lin, '火星上有几座加油站？');
  await playground.nextMessage(lin);
  playground.say(club, lin, `@jianbao_bot ${QUESTION}`);
  await playground.nextMessage(club);
  await playground.typeInline(lin, QUESTION);
  const text = await bot.metrics();
  for (const line of [
    'jianbao_updates_total{kind="message"} 3',
    'jianbao_updates_total{kind="callback_query"} 1',
    'jianbao_answers_total{surface="private",outcome="possible"} 1',
    'jianbao_answers_total{surface="private",outcome="refused"} 1',
    'jianbao_answers_total{surface="group",outcome="possible"} 1',
    'jianbao_answers_total{surface="button",outcome="possible"} 1',
    'jianbao_answers_total{surface="inline",outcome="possible"} 1',
    'jianbao_calls_total{method="sendMessage",outcome="ok"} 3',
    'jianbao_response_seconds_count 5',
  ])
    expect(text).toContain(`${line}\n`);
  expect(text).not.toMatch(/公交|火星/);
});

it('counts calls that failed by their code, each try of them', async () => {
  const { playground } = bot;
  const he = playground.addUser({ first_name: '何' });
  playground.fail({ kind: 'error', code: 502 }, { method: 'sendMessage' });
  playground.say(he, he, QUESTION);
  await playground.nextMessage(he);
  expect(await bot.metrics()).toContain('jianbao_calls_total{method="sendMessage",outcome="502"} 1\n');
});
