import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { buttons } from '../support/fixture.js';
import { useWholeBot } from '../support/run-bot.js';

const bot = useWholeBot(() => ({
  KEEP_QUESTIONS: 'yes',
  QUESTIONS_PER_PERSON: '0',
  QUESTIONS_PER_CHAT: '0',
}));
const BUS = '102路公交车末班车几点？';

/** Says something to the bot as its administrator. @returns what it answers */
async function order(text: string, options: Parameters<typeof bot.playground.say>[3] = {}): Promise<Message> {
  bot.playground.say(bot.admin, bot.admin, text, options);
  return bot.playground.nextMessage(bot.admin);
}

function inbox(): string[] {
  const folder = join(bot.seeds, 'inbox');
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

describe('who is no administrator', () => {
  it('gets the ordinary help, and nothing of the commands', async () => {
    const lin = bot.playground.addUser({ first_name: '林' });
    for (const command of ['/stats', '/faults', '/pause', '/broadcast 大家好', '/remove']) {
      bot.playground.say(lin, lin, command);
      expect((await bot.playground.nextMessage(lin)).text).toBe(
        '没有这个命令。直接发问题就行，或者发 /help 看看用法。',
      );
    }
    bot.playground.say(lin, lin, '/help');
    expect((await bot.playground.nextMessage(lin)).text).not.toContain('/stats');
    bot.playground.say(lin, lin, '', { file: { name: '谣言.txt', content: '谣言\n\n大桥塌了。' } });
    await bot.playground.nextMessage(lin);
    expect(inbox()).toEqual([]);
  });

  it('has no use of an administrator’s buttons, nor has an administrator in a group', async () => {
    const lin = bot.playground.addUser({ first_name: '林' });
    const club = bot.playground.addGroup({ title: '读书会', members: [bot.admin, lin] });
    bot.playground.say(club, bot.admin, '/stats@jianbao_bot');
    expect((await bot.playground.nextMessage(club)).text).toContain('没有这个命令');
  });
});

describe('the commands', () => {
  it('are listed for administrators, and published for their chats alone', async () => {
    expect((await order('/help')).text).toMatch(
      /怎么提问[\s\S]*你是管理员[\s\S]*\/stats 今天[\s\S]*\/broadcast/,
    );
    const menus = bot.playground.calls.filter(({ method }) => method === 'setMyCommands');
    const own = menus.filter(({ payload }) => JSON.stringify(payload).includes('stats'));
    expect(own.length).toBeGreaterThan(0);
    for (const { payload } of own) expect(payload.scope).toEqual({ type: 'chat', chat_id: bot.admin.id });
  });
});

describe('/about', () => {
  it('tells administrators the collection in a line as well, with what is left out', async () => {
    const lin = bot.playground.addUser({ first_name: '林' });
    bot.playground.say(lin, lin, '/about');
    const { text: everybodys = '' } = await bot.playground.nextMessage(lin);
    expect(everybodys).toContain('篇文章');
    const { articles, files } =
      /(?<articles>\d+) 篇文章，来自 (?<files>\d+) 个文件/.exec(everybodys)?.groups ?? {};
    expect((await order('/about')).text).toBe(
      `${everybodys}\n\n${files} 个文件，${articles} 篇文章；2025年3月14日；没有收入 0 个。`,
    );
  });
});

describe('/stats', () => {
  it('tells what was asked today, as a picture and in words', async () => {
    const lin = bot.playground.addUser({ first_name: '林' });
    const club = bot.playground.addGroup({ title: '邻居', members: [lin] });
    for (const text of [BUS, BUS, '火星上有几座加油站？', '你好']) bot.playground.say(lin, lin, text);
    bot.playground.say(club, lin, `@jianbao_bot ${BUS}`);
    await bot.playground.typeInline(lin, BUS);
    await bot.settled();
    const message = await order('/stats');
    const [, questions] = /今天\n提问 (\d+)：/.exec(message.caption ?? '') ?? [];
    expect(Number(questions)).toBe(4);
    expect(message.caption).toMatch(
      /找到 0，可能 3，没找到 1\n来自 \d+ 个聊天；回答用时 p50 ≤ [\d.]+ (毫秒|秒)/,
    );
    expect(message.caption).toContain('最近 7 天');
    expect(message.photo).toMatchObject([{ width: 800, height: 480 }]);
  });

  it('is the same after a restart, and of chats keeps only their number', async () => {
    const before = (await order('/stats')).caption;
    await bot.restart();
    expect((await order('/stats')).caption).toBe(before);
    const kept = readFileSync(join(bot.data, 'counts.jsonl'), 'utf8');
    for (const { id } of [bot.admin]) expect(kept).not.toContain(String(id));
    expect(kept).not.toMatch(/公交|火星/);
  });
});

describe('/unanswered', () => {
  it('lists what was not found, with what is alike together, and never who asked', async () => {
    const lin = bot.playground.addUser({ first_name: '林' });
    for (const text of ['游泳池的门票多少钱？', '游泳池门票多少钱', '月球上有没有邮局？', BUS])
      bot.playground.say(lin, lin, text);
    await bot.settled();
    const { text = '' } = await order('/unanswered');
    expect(text).toMatch(/· 游泳池的?门票多少钱？?（2 次，2 种问法）/);
    expect(text).toMatch(/· 月球上有没有邮局？（1 次）/);
    expect(text).not.toContain('公交车');
    await bot.restart();
    expect((await order('/unanswered')).text).toBe(text);
    expect(readFileSync(join(bot.data, 'unanswered.jsonl'), 'utf8')).not.toContain(String(lin.id));
  });
});

describe('/faults and /reload', () => {
  it('tell what changed, and which files are left out, why, and what to do', async () => {
    expect((await order('/reload')).text).toBe('检查过了，文件没有变化。');
    writeFileSync(join(bot.seeds, '坏的.jsonl'), '{"text": \n');
    writeFileSync(join(bot.seeds, '通知.txt'), '停电通知\n\n西街周五停电四小时。\n');
    const { text } = await order('/reload');
    expect(text).toMatch(/新增 2 个文件：\n· 坏的\.jsonl\n· 通知\.txt/);
    expect((await order('/faults')).text).toMatch(
      /没能收录：\n· 坏的\.jsonl 第 1 行：这一行不是正确的 JSON。每行应是一个对象，如 \{"id"/,
    );
    bot.playground.changeUser(bot.admin, { language_code: 'en' });
    expect((await order('/faults')).text).toMatch(
      /Left out:\n· 坏的\.jsonl:1: The line is not valid JSON .*\. Each line is one object like \{"id"/,
    );
    bot.playground.changeUser(bot.admin, { language_code: 'zh-hans' });
    rmSync(join(bot.seeds, '坏的.jsonl'));
    expect((await order('/reload')).text).toMatch(/移除 1 个文件：\n· 坏的\.jsonl/);
    expect((await order('/faults')).text).not.toContain('坏的');
  });

  it('tell which calls have failed', async () => {
    bot.playground.fail(
      { kind: 'error', code: 400, description: 'Bad Request: nonsense' },
      { method: 'sendMessage' },
    );
    const lin = bot.playground.addUser({ first_name: '林' });
    bot.playground.say(lin, lin, BUS);
    await bot.settled();
    expect((await order('/faults')).text).toContain('· sendMessage：400，1 次');
  });
});

describe('a file that is sent', () => {
  it('is read at once, confirmed, asked about, replaced by its next version, and removed', async () => {
    const file = { name: '../../图书 馆.txt', content: '暑期延长开放\n\n图书馆七月起每晚开到二十二点。\n' };
    expect((await order('', { file })).text).toMatch(/^已收录 图书 馆\.txt\n暑期延长开放/);
    expect(inbox()).toEqual(['图书 馆.txt']);
    expect((await order('图书馆七月起开到几点？')).text).toContain('每晚开到二十二点');
    const next = { ...file, content: '暑期延长开放\n\n图书馆七月起每晚开到二十三点。\n' };
    expect((await order('/add', { file: next })).text).toMatch(/^已更新 图书 馆\.txt/);
    expect((await order('图书馆七月起开到几点？')).text).toContain('每晚开到二十三点');
    const list = await order('/remove');
    expect(buttons(list)).toEqual([['✕ 图书 馆.txt']]);
    const outcome = await bot.playground.press(bot.admin, list, '✕ 图书 馆.txt', bot.admin);
    expect(outcome).toMatchObject({ text: '已删除 图书 馆.txt' });
    expect(inbox()).toEqual([]);
    expect((await order('/remove')).text).toBe('还没有收进来的文件。');
    expect((await order('图书馆七月起开到几点？')).text).not.toContain('二十三点');
  });

  it.each<[what: string, name: string, content: string, said: RegExp]>([
    ['of a kind that is not read', '歌.mp3', 'ID3', /^\.mp3我读不了。能读的格式：\.txt /],
    ['without an article', '空.txt', '', /^空\.txt 没能收录，文件没有留下。/],
    [
      'that is damaged',
      '坏.docx',
      'PK no zip',
      /^坏\.docx 没能收录，文件没有留下。\n文件损坏或不完整：内部的目录缺失。请重新制作或下载。$/,
    ],
  ])('is refused with the reason when it is one %s', async (_, name, content, said) => {
    // A file of no bytes cannot be sent; one of blanks can.
    expect((await order('', { file: { name, content: content || ' ' } })).text).toMatch(said);
    expect(inbox()).toEqual([]);
  });

  it('is refused in English where the administrator speaks it', async () => {
    bot.playground.changeUser(bot.admin, { language_code: 'en' });
    expect((await order('', { file: { name: 'broken.docx', content: 'PK no zip' } })).text).toMatch(
      /^broken\.docx could not be added, and was not kept\.\nIt is damaged or incomplete: .+\. Make or download it anew\.$/,
    );
    bot.playground.changeUser(bot.admin, { language_code: 'zh-hans' });
  });

  it('leaves the version before it where it cannot be read', async () => {
    const good = { name: '表.jsonl', content: '{"title":"水价","text":"居民用水每吨三元二角。"}\n' };
    await order('', { file: good });
    expect((await order('', { file: { ...good, content: '{"title"' } })).text).toContain('没能收录');
    expect(readFileSync(join(bot.seeds, 'inbox/表.jsonl'), 'utf8')).toBe(good.content);
    rmSync(join(bot.seeds, 'inbox'), { recursive: true });
    await order('/reload');
  });

  it('is told of when it cannot be fetched', async () => {
    bot.playground.fail(
      { kind: 'error', code: 400, description: 'Bad Request: file is too big' },
      { method: 'getFile' },
    );
    const { text } = await order('', { file: { name: '大.txt', content: '大文件' } });
    expect(text).toMatch(/没能(下载|存)下/);
  });
});

describe('a message that is forwarded', () => {
  it('becomes an article with its date, and the address of the post where it is one of a channel', async () => {
    const channel = bot.playground.addGroup({
      title: '青石快讯',
      type: 'channel',
      username: 'qingshi_news',
      bot: 'absent',
    });
    const date = Date.parse('2026-03-08T01:00:00Z') / 1000;
    const message = await order('西门菜场四月一日起搬到北街，营业时间不变。', {
      forwardOrigin: { type: 'channel', date, chat: channel as never, message_id: 42 },
    });
    expect(message.text).toMatch(/^已收录 2026-03-08 西门菜场四月一日起搬到北街/);
    expect(message.text).toContain('日期：2026-03-08');
    const answer = await order('西门菜场搬到哪里？');
    expect(answer.text).toContain('四月一日起搬到北街');
    expect(JSON.stringify(answer.entities)).toContain('https://t.me/qingshi_news/42');
    rmSync(join(bot.seeds, 'inbox'), { recursive: true });
  });

  it('names nobody who wrote it', async () => {
    const date = Date.parse('2026-03-08T01:00:00Z') / 1000;
    const writer = bot.playground.addUser({ first_name: '欧阳秘密' });
    await order('东门路灯已经修好了，晚上可以放心走。', {
      forwardOrigin: { type: 'user', date, sender_user: writer },
    });
    const [name = ''] = inbox();
    expect(readFileSync(join(bot.seeds, 'inbox', name), 'utf8')).not.toContain('欧阳');
  });
});

describe('/pause', () => {
  it('has everybody told once, administrators answered, and lasts over a restart', async () => {
    const lin = bot.playground.addUser({ first_name: '林' });
    expect((await order('/pause')).text).toContain('已暂停');
    await bot.restart();
    bot.playground.say(lin, lin, BUS);
    expect((await bot.playground.nextMessage(lin)).text).toBe('管理员暂停了回答，请过些时候再来。');
    bot.playground.say(lin, lin, BUS);
    await bot.settled();
    expect(
      bot.playground.messages(lin).filter(({ from }) => from?.id === bot.playground.bot.id),
    ).toHaveLength(1);
    expect(await bot.playground.typeInline(lin, BUS)).toMatchObject({ results: [], isPersonal: true });
    expect((await order(BUS)).text).toContain('十点半');
    expect((await order('/resume')).text).toBe('已恢复回答。');
    bot.playground.say(lin, lin, BUS);
    expect((await bot.playground.nextMessage(lin)).text).toContain('十点半');
  });
});

describe('/broadcast', () => {
  it('says that there is nobody to send to', async () => {
    expect((await order('/broadcast 明天检修')).text).toContain('没有人订阅');
    expect((await order('/broadcast')).text).toContain('写上通知的内容');
  });
});
