import type { Figures, OfficeWords } from './office.js';
import { zhHantReading } from './reading.js';
import { days } from './span.js';

/** What the bot says to its administrators in Traditional Chinese. */
export const officeZhHant: OfficeWords = {
  language: 'zh',
  commands: {
    stats: '今天和最近 7 天的提問情況',
    unanswered: '沒有找到答案的問題',
    faults: '未能收錄的檔案、失敗的呼叫',
    reload: '立刻檢查資料夾',
    add: '收錄檔案或訊息',
    remove: '刪除收錄的檔案',
    follow: '收錄頻道的新貼文',
    pause: '暫停回答',
    resume: '恢復回答',
    broadcast: '發通知給訂閱者',
  },
  help: (commands) =>
    ['你是管理員，還可以用：', ...commands, '把檔案傳給我，或把訊息轉傳給我，我就收錄進來。'].join('\n'),
  stats: (today, week) =>
    [
      '今天',
      ...figures(today, '個聊天室'),
      '',
      '最近 7 天',
      ...figures(week, '個聊天室（最多的一天）'),
      '',
      '圖：每天的提問數。綠色是找到答案，黃色是可能，灰色是沒找到。',
    ].join('\n'),
  unanswered: (shown, more) =>
    [
      '最近 30 天沒有找到答案的問題：',
      ...shown.map(
        ({ text, times, wordings }) =>
          `· ${text}（${times} 次${wordings > 1 ? `，${wordings} 種問法` : ''}）`,
      ),
      ...(more > 0 ? [`……還有 ${more} 個。`] : []),
    ].join('\n'),
  nothingUnanswered: '最近 30 天沒有找不到答案的問題。',
  questionsNotKept:
    '沒有保存問題。想看的話，請在設定裡寫上 KEEP_QUESTIONS=yes 再重新啟動；只記問題，不記是誰問的。',
  faults: (files, more, calls) =>
    [
      ...(files.length > 0 ? ['未能收錄：', ...files.map((file) => `· ${file}`)] : []),
      ...(more > 0 ? [`……還有 ${more} 處。`] : []),
      ...(calls.length > 0
        ? [...(files.length > 0 ? [''] : []), '最近 24 小時失敗的呼叫：', ...calls.map((call) => `· ${call}`)]
        : []),
    ].join('\n'),
  leftOutAt: (source, line, said) => `${line === undefined ? source : `${source} 第 ${line} 行`}：${said}`,
  noFaults: '一切正常：檔案都收錄了，最近 24 小時也沒有失敗的呼叫。',
  noFaultsHere: '最近 24 小時沒有失敗的呼叫。檔案由另一台在讀，哪些沒收錄要看它的日誌。',
  followedElsewhere: '資料夾由另一台盯著，有變動會自動收錄。',
  addedElsewhere: (name) => `${name} 已經存好，負責收錄的那台讀到後就能問了。`,
  survey: ({ files, articles, leftOut, dates }) =>
    `${[
      `${files} 個檔案，${articles} 篇文章`,
      ...(dates ? [days(dates, zhHantReading, '至')] : []),
      leftOut > 0 ? `未收錄 ${leftOut} 個，傳送 /faults 看原因` : '未收錄 0 個',
    ].join('；')}。`,
  failedCalls: (method, outcome, times) =>
    `${method}：${outcome === 'network' ? '網路' : outcome}，${times} 次`,
  unchanged: '檢查過了，檔案沒有變動。',
  changes: ({ added, changed, removed }) =>
    [...list('新增', added), ...list('更新', changed), ...list('移除', removed)].join('\n'),
  howToAdd: (endings) =>
    `把檔案傳給我，或者把訊息轉傳給我，我立刻收錄。檔案最大 20 MB。\n能讀的格式：${endings.join(' ')}`,
  noInbox: '目前收錄的是單一檔案，沒有資料夾可以放。請把 SEEDS_DIR 設成一個資料夾。',
  tooLarge: (megabytes) => `檔案太大了，機器人最多能下載 ${megabytes} MB。請直接放進資料夾。`,
  notRead: (ending, endings) => `${ending || '沒有副檔名的檔案'}我讀不了。能讀的格式：${endings.join(' ')}`,
  notFetched: '檔案下載失敗，請再傳一次。',
  notStored: '檔案存不下來，請檢查磁碟空間和資料夾權限。',
  noText: '這則訊息裡沒有文字，無法收錄。',
  added: (name, { articles, title, dates }, isNewVersion) =>
    [
      `${isNewVersion ? '已更新' : '已收錄'} ${name}`,
      articles === 1 ? title : `${articles} 篇文章，第一篇：${title}`,
      ...(dates === undefined ? [] : [`日期：${dates}`]),
    ].join('\n'),
  leftOut: (name, faults) => [`${name} 未能收錄，檔案沒有留下。`, ...faults].join('\n'),
  inbox: (files) => `收錄進來的檔案有 ${files} 個。點一下就刪除：`,
  inboxEmpty: '還沒有收錄進來的檔案。',
  removed: (name) => `已刪除 ${name}`,
  gone: '這個檔案已經不在了。',
  paused: '已暫停。除了管理員，其他人提問只會看到一句說明。傳送 /resume 恢復。',
  resumed: '已恢復回答。',
  howToBroadcast: '請在 /broadcast 後面寫上通知的內容。',
  noSubscribers: '目前沒有人訂閱提醒，沒有可以發送的對象。',
  confirmBroadcast: (chats) => `這則通知會發給 ${chats} 個訂閱了提醒的聊天室。確定的話請點下面的按鈕。`,
  sendButton: (chats) => `發送（${chats}）`,
  sending: '正在發送……',
  alreadySent: '這則已經發過了。',
  sent: (delivered, blocked, failed) =>
    `發完了：送達 ${delivered}，對方已封鎖 ${blocked}${failed > 0 ? `，失敗 ${failed}` : ''}。`,
  followButton: '以後自動收錄這個頻道的新貼文',
  unfollowButton: (title) => `不再收錄：${title}`,
  followed: (title) => `好，${title} 的新貼文會自動收錄。`,
  unfollowed: (title) => `好，不再收錄 ${title} 的新貼文。已收錄的還在。`,
  following: (channels) => `正在收錄 ${channels} 個頻道的新貼文：`,
  howToFollow: '先把我設為頻道的管理員，再從頻道轉傳一則貼文給我，點下面的按鈕就行。',
  notInChannel: '我還不是這個頻道的管理員，收不到新貼文。請先在頻道裡把我設為管理員。',
};

function figures(
  { questions, answered, possible, refused, chats, p50, p99 }: Figures,
  unit: string,
): string[] {
  if (questions === 0) return ['沒有提問'];
  const times =
    p50 === undefined || p99 === undefined ? '' : `；回答耗時 p50 ≤ ${seconds(p50)}，p99 ≤ ${seconds(p99)}`;
  return [
    `提問 ${questions}：找到 ${answered}，可能 ${possible}，沒找到 ${refused}`,
    `來自 ${chats} ${unit}${times}`,
  ];
}

function seconds(value: number): string {
  return value < 1 ? `${Math.round(value * 1000)} 毫秒` : `${value.toFixed(1)} 秒`;
}

function list(what: string, files: readonly string[]): string[] {
  if (files.length === 0) return [];
  const rest = files.length > SHOWN ? [`……還有 ${files.length - SHOWN} 個`] : [];
  return [`${what} ${files.length} 個檔案：`, ...files.slice(0, SHOWN).map((file) => `· ${file}`), ...rest];
}

/** Names that are listed. */
const SHOWN = 10;
