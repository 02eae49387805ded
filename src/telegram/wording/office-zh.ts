import type { Figures, OfficeWords } from './office.js';
import { zhReading } from './reading.js';
import { days } from './span.js';

/** What the bot says to its administrators in Chinese. */
export const officeZh: OfficeWords = {
  language: 'zh',
  commands: {
    stats: '今天和最近 7 天的提问情况',
    unanswered: '没有找到答案的问题',
    faults: '没能收录的文件、失败的调用',
    reload: '马上检查文件夹',
    add: '收录文件或消息',
    remove: '删掉收录的文件',
    follow: '收录频道的新帖',
    pause: '暂停回答',
    resume: '恢复回答',
    broadcast: '给订阅者发通知',
  },
  help: (commands) =>
    ['你是管理员，还可以用：', ...commands, '发文件给我，或转发消息给我，我就把它收进来。'].join('\n'),
  stats: (today, week) =>
    [
      '今天',
      ...figures(today, '个聊天'),
      '',
      '最近 7 天',
      ...figures(week, '个聊天（最多的一天）'),
      '',
      '图：每天的提问数。绿色是找到答案，黄色是可能，灰色是没找到。',
    ].join('\n'),
  unanswered: (shown, more) =>
    [
      '最近 30 天没有找到答案的问题：',
      ...shown.map(
        ({ text, times, wordings }) =>
          `· ${text}（${times} 次${wordings > 1 ? `，${wordings} 种问法` : ''}）`,
      ),
      ...(more > 0 ? [`……还有 ${more} 个。`] : []),
    ].join('\n'),
  nothingUnanswered: '最近 30 天没有找不到答案的问题。',
  questionsNotKept:
    '没有保存问题。要看的话，在设置里写上 KEEP_QUESTIONS=yes 再重启；只记问题，不记是谁问的。',
  faults: (files, more, calls) =>
    [
      ...(files.length > 0 ? ['没能收录：', ...files.map((file) => `· ${file}`)] : []),
      ...(more > 0 ? [`……还有 ${more} 处。`] : []),
      ...(calls.length > 0
        ? [...(files.length > 0 ? [''] : []), '最近 24 小时失败的调用：', ...calls.map((call) => `· ${call}`)]
        : []),
    ].join('\n'),
  leftOutAt: (source, line, said) => `${line === undefined ? source : `${source} 第 ${line} 行`}：${said}`,
  noFaults: '一切正常：文件都收录了，最近 24 小时也没有失败的调用。',
  noFaultsHere: '最近 24 小时没有失败的调用。文件由另一台在读，哪些没收录要看它的日志。',
  followedElsewhere: '文件夹由另一台盯着，有变动会自动收录。',
  addedElsewhere: (name) => `${name} 已经存好，负责收录的那台读到后就能问了。`,
  survey: ({ files, articles, leftOut, dates }) =>
    `${[
      `${files} 个文件，${articles} 篇文章`,
      ...(dates ? [days(dates, zhReading, '至')] : []),
      leftOut > 0 ? `没有收入 ${leftOut} 个，发 /faults 看原因` : '没有收入 0 个',
    ].join('；')}。`,
  failedCalls: (method, outcome, times) =>
    `${method}：${outcome === 'network' ? '网络' : outcome}，${times} 次`,
  unchanged: '检查过了，文件没有变化。',
  changes: ({ added, changed, removed }) =>
    [...list('新增', added), ...list('更新', changed), ...list('移除', removed)].join('\n'),
  howToAdd: (endings) =>
    `把文件发给我，或者把消息转发给我，我马上收录。文件最大 20 MB。\n能读的格式：${endings.join(' ')}`,
  noInbox: '现在收录的是单个文件，没有文件夹可以放。请把 SEEDS_DIR 设成一个文件夹。',
  tooLarge: (megabytes) => `文件太大了，机器人最多能下载 ${megabytes} MB。请直接放进文件夹。`,
  notRead: (ending, endings) => `${ending || '没有后缀的文件'}我读不了。能读的格式：${endings.join(' ')}`,
  notFetched: '文件没能下载下来，请再发一次。',
  notStored: '文件没能存下来，请检查磁盘空间和文件夹权限。',
  noText: '这条消息里没有文字，收不进来。',
  added: (name, { articles, title, dates }, isNewVersion) =>
    [
      `${isNewVersion ? '已更新' : '已收录'} ${name}`,
      articles === 1 ? title : `${articles} 篇文章，第一篇：${title}`,
      ...(dates === undefined ? [] : [`日期：${dates}`]),
    ].join('\n'),
  leftOut: (name, faults) => [`${name} 没能收录，文件没有留下。`, ...faults].join('\n'),
  inbox: (files) => `收进来的文件有 ${files} 个。点一下就删掉：`,
  inboxEmpty: '还没有收进来的文件。',
  removed: (name) => `已删除 ${name}`,
  gone: '这个文件已经不在了。',
  paused: '已暂停。除了管理员，别人提问只会看到一句说明。发 /resume 恢复。',
  resumed: '已恢复回答。',
  howToBroadcast: '在 /broadcast 后面写上通知的内容。',
  noSubscribers: '现在没有人订阅提醒，没有可以发的对象。',
  confirmBroadcast: (chats) => `这条通知会发给 ${chats} 个订阅了提醒的聊天。确定就点下面的按钮。`,
  sendButton: (chats) => `发送（${chats}）`,
  sending: '正在发送……',
  alreadySent: '这条已经发过了。',
  sent: (delivered, blocked, failed) =>
    `发完了：送达 ${delivered}，对方已屏蔽 ${blocked}${failed > 0 ? `，失败 ${failed}` : ''}。`,
  followButton: '以后自动收录这个频道的新帖',
  unfollowButton: (title) => `不再收录：${title}`,
  followed: (title) => `好，${title} 的新帖会自动收录。`,
  unfollowed: (title) => `好，不再收录 ${title} 的新帖。已收录的还在。`,
  following: (channels) => `正在收录 ${channels} 个频道的新帖：`,
  howToFollow: '先把我设为频道的管理员，再从频道转发一条帖子给我，点下面的按钮就行。',
  notInChannel: '我还不是这个频道的管理员，收不到新帖。请先在频道里把我设为管理员。',
};

function figures(
  { questions, answered, possible, refused, chats, p50, p99 }: Figures,
  unit: string,
): string[] {
  if (questions === 0) return ['没有提问'];
  const times =
    p50 === undefined || p99 === undefined ? '' : `；回答用时 p50 ≤ ${seconds(p50)}，p99 ≤ ${seconds(p99)}`;
  return [
    `提问 ${questions}：找到 ${answered}，可能 ${possible}，没找到 ${refused}`,
    `来自 ${chats} ${unit}${times}`,
  ];
}

function seconds(value: number): string {
  return value < 1 ? `${Math.round(value * 1000)} 毫秒` : `${value.toFixed(1)} 秒`;
}

function list(what: string, files: readonly string[]): string[] {
  if (files.length === 0) return [];
  const rest = files.length > SHOWN ? [`……还有 ${files.length - SHOWN} 个`] : [];
  return [`${what} ${files.length} 个文件：`, ...files.slice(0, SHOWN).map((file) => `· ${file}`), ...rest];
}

/** Names that are listed. */
const SHOWN = 10;
