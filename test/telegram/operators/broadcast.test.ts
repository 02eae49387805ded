import type { User } from 'grammy/types';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../../playground/playground.js';
import { identify } from '../../../src/telegram/identify.js';
import { openOffice, type Serving, serve } from '../../../src/telegram/serve.js';
import { fakeAnswerer } from '../support/fake-answerer.js';

let playground: Playground;
let serving: Serving;
let admin: User;
let subscribers: number[] = [];
const forgotten: number[] = [];

beforeAll(async () => {
  playground = await startPlayground();
  admin = playground.addUser({ first_name: '编' });
  const { token, apiRoot } = playground;
  const log = pino({ enabled: false });
  const nothing = { added: [], changed: [], removed: [] };
  const office = await openOffice({
    adminIds: new Set([admin.id]),
    shelf: {
      folder: undefined,
      endings: ['.txt'],
      leftOut: () => [],
      isFollowing: () => true,
      contentOf: async () => undefined,
      survey: () => ({ files: 0, articles: 0, leftOut: 0 }),
      look: async () => nothing,
    },
    dataDir: undefined,
    keepsQuestions: false,
    calendar: { now: () => new Date(), timeZone: 'Asia/Shanghai' },
    log,
  });
  const answerer = fakeAnswerer(() => ({
    status: 'refused',
    reason: 'no-evidence',
    missing: [],
    results: [],
  }));
  const me = await identify(token, { apiRoot });
  const forgetters = [async (chat: number) => void forgotten.push(chat)];
  serving = await serve({
    token,
    apiRoot,
    me,
    answerer,
    office,
    forgetters,
    subscribers: () => subscribers,
    log,
  });
});
afterAll(async () => {
  await serving.stop();
  await playground.close();
});

beforeEach(() => {
  subscribers = ['林', '何', '吴'].map((first_name) => {
    const user = playground.addUser({ first_name });
    playground.start(user);
    return user.id;
  });
});

async function order(text: string) {
  playground.say(admin, admin, text);
  return playground.nextMessage(admin);
}

it('goes to subscribers only, once it is confirmed, and tells what became of it', async () => {
  const stranger = playground.addUser({ first_name: '马' });
  playground.start(stranger);
  const [blocker = 0] = subscribers;
  playground.block(blocker, true);
  const preview = await order('/broadcast 明晚十点检修，\n约一小时。');
  expect(preview.text).toBe('这条通知会发给 3 个订阅了提醒的聊天。确定就点下面的按钮。');
  const isNotice = ({ text }: { text?: string }) => text === '明晚十点检修，\n约一小时。';
  expect(subscribers.flatMap((id) => playground.messages(id)).filter(isNotice)).toEqual([]);
  await playground.press(admin, preview, '发送（3）', admin);
  const report = () => playground.messages(admin).find((one) => one.message_id === preview.message_id)?.text;
  await expect.poll(report, { timeout: 10_000 }).toBe('发完了：送达 2，对方已屏蔽 1。');
  expect(subscribers.slice(1).map((id) => playground.messages(id).filter(isNotice).length)).toEqual([1, 1]);
  expect(playground.messages(stranger).filter(isNotice)).toEqual([]);
});

it('is sent once, however often the button is pressed', async () => {
  const preview = await order('/broadcast 只此一次');
  await Promise.all(
    [1, 2, 3].map(() => playground.press(admin, preview, '发送（3）', admin).catch(() => {})),
  );
  await expect
    .poll(
      () => playground.messages(admin).find(({ message_id }) => message_id === preview.message_id)?.text,
      {
        timeout: 10_000,
      },
    )
    .toMatch(/^发完了/);
  const received = subscribers
    .flatMap((id) => playground.messages(id))
    .filter(({ text }) => text === '只此一次');
  expect(received).toHaveLength(3);
});

it('adds no file where the collection is one file itself', async () => {
  playground.say(admin, admin, '', { attachment: 'document' });
  expect((await playground.nextMessage(admin)).text).toContain('SEEDS_DIR');
  expect((await order('/remove')).text).toContain('SEEDS_DIR');
  expect((await order('/unanswered')).text).toContain('KEEP_QUESTIONS=yes');
});

it('has every store forget a chat', async () => {
  await order('/forget');
  expect(forgotten).toEqual([admin.id]);
});
