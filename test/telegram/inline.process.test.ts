import type { InlineQueryResultArticle, User } from 'grammy/types';
import { beforeEach, describe, expect, it } from 'vitest';
import type { InlineOutcome } from '../../playground/playground.js';
import { BUS, LIBRARY } from './support/articles.js';
import { marked, quotation, useFixture } from './support/fixture.js';

const fixture = useFixture();
let lin: User;

beforeEach(() => {
  lin = fixture.playground.addUser({ first_name: '林', language_code: 'zh-hans' });
});

type Answered = Extract<InlineOutcome, { status: 'answered' }>;

async function type(query: string, user: User = lin): Promise<Answered> {
  const outcome = await fixture.playground.typeInline(user, query);
  if (outcome.status !== 'answered') throw new Error(`“${query}” was not answered`);
  return outcome;
}

describe('a query', () => {
  it('shows clippings that say what they are from and what they say', async () => {
    const { results } = await type('102路末班车几点');
    const [best] = results as InlineQueryResultArticle[];
    expect(best).toMatchObject({ type: 'article', title: `《${BUS}》` });
    expect(best?.description).toContain('十点半');
    expect(best?.description).not.toMatch(/\n/);
  });

  it('shows one result a passage, each with an id of its own', async () => {
    const { results, nextOffset } = await type('青石镇图书馆');
    expect(results.length).toBeGreaterThan(1);
    expect(new Set(results.map(({ id }) => id)).size).toBe(results.length);
    expect(nextOffset).toBe('');
  });

  it('sends a clipping with its citation when a result is chosen', async () => {
    const { queryId, results } = await type('102路末班车几点');
    const wu = fixture.playground.addUser({ first_name: '吴' });
    const friends = fixture.playground.addGroup({ title: '邻居', members: [lin, wu], bot: 'absent' });
    const sent = fixture.playground.chooseInline(lin, queryId, results[0]?.id ?? '', friends);
    expect(quotation(sent)).toContain('十点半');
    expect(marked(sent, 'text_link')).toEqual([`《${BUS}》`]);
    expect(sent.via_bot?.username).toBe('jianbao_bot');
  });

  it('is not answered again when its result is sent to the bot itself', async () => {
    const { queryId, results } = await type('102路末班车几点');
    fixture.playground.chooseInline(lin, queryId, results[0]?.id ?? '', lin);
    const hello = fixture.playground.say(lin, lin, '你好');
    expect((await fixture.playground.nextMessage(lin)).reply_to_message?.message_id).toBe(hello.message_id);
    expect(
      fixture.playground.messages(lin).filter(({ from, via_bot }) => from?.is_bot && !via_bot),
    ).toHaveLength(1);
  });

  it('without an answer shows none, and a button to the private chat', async () => {
    const { results, button } = await type('火星移民学校的宇航员');
    expect(results).toEqual([]);
    expect(button).toEqual({ text: expect.stringContaining('没有找到答案'), start_parameter: 'inline' });
  });

  it('still empty tells what can be typed, and lists questions that can be asked', async () => {
    const { results, button } = await type('');
    expect((results as InlineQueryResultArticle[]).map(({ title }) => title)).toContainEqual(
      expect.stringMatching(/？$/),
    );
    expect(button?.text).toContain('从 4 篇文章里');
  });

  it('that only begins a title offers its article', async () => {
    const { results } = await type(LIBRARY.slice(0, 2));
    const offered = (results as InlineQueryResultArticle[]).filter(({ id }) => id.startsWith('t:'));
    expect(offered.map(({ title }) => title)).toContain(`《${LIBRARY}》`);
  });

  it('is answered in the language of whoever types, and not for sharing', async () => {
    const ann = fixture.playground.addUser({ first_name: 'Ann', language_code: 'en' });
    expect((await type('', ann)).button?.text).toContain('search 4 articles');
    const { results, isPersonal } = await type(LIBRARY, ann);
    expect(JSON.stringify(results)).toContain('14 March 2025');
    expect(isPersonal).toBe(true);
  });

  it('may be cached for seconds only while the collection is fresh', async () => {
    expect((await type('图书馆')).cacheTime).toBeLessThanOrEqual(10);
  });
});

describe('typing', () => {
  it('leaves queries that are outdated unanswered', async () => {
    const { playground } = fixture;
    // Holds the poll until all keystrokes have come, as they do when one types fast.
    playground.fail({ kind: 'slow', ms: 300 }, { method: 'getUpdates' });
    await type('图');
    const before = playground.calls.length;
    void playground.typeInline(lin, '图书');
    void playground.typeInline(lin, '图书馆');
    const last = await type('图书馆搬家');
    expect(last.results.length).toBeGreaterThan(0);
    const answers = playground.calls.slice(before).filter(({ method }) => method === 'answerInlineQuery');
    expect(answers).toHaveLength(1);
  });
});
