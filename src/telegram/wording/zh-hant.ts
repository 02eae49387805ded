import { zhHant as collections } from './collections.js';
import { deliveryZhHant } from './delivery.js';
import { followUpZhHant } from './follow-up.js';
import { idsZhHant } from './ids.js';
import { inlineZhHant } from './inline.js';
import { limitsZhHant } from './limits.js';
import type { Locale } from './locale.js';
import { officeZhHant } from './office-zh-hant.js';
import { privacyZhHant } from './privacy.js';
import { zhHantReading } from './reading.js';
import { days } from './span.js';
import { suggestingZhHant } from './suggesting.js';
import { toldZhHant } from './told.js';
import { unavailableZhHant } from './unavailable.js';

/** What the bot says in Traditional Chinese, in the words of Taiwan and Hong Kong. */
export const zhHant: Locale = {
  tag: 'zh-Hant',
  reading: zhHantReading,
  welcome: (articles, examples) =>
    [
      '你好，我是剪報。',
      `你來問，我從收錄的 ${articles} 篇文章裡剪下原文作答，並註明出處。我只引用，不改寫；文章裡沒有的，我會直說。`,
      ...(examples.length > 0
        ? [`例如可以問：\n${examples.map((example) => `· ${example}`).join('\n')}`]
        : []),
      '想知道還能在哪裡使用，請傳送 /help。',
    ].join('\n\n'),
  description: ({ articles, dates }) =>
    [
      '問一句，我從收錄的文章裡剪下原文來回答，每一段都註明出處。只引用，不改寫。',
      `收錄 ${articles} 篇文章${dates ? `（${days(dates, zhHantReading, '至')}）` : ''}。`,
    ].join('\n\n'),
  help: (username, { inline, folders }) =>
    [
      [
        '怎麼提問',
        '· 在這裡：直接把問題傳給我。',
        `· 在群組裡：@${username} 加上問題，/ask 加上問題，或者回覆我的訊息。`,
        ...(inline ? [`· 在任何聊天室裡：輸入 @${username} 和問題，選一則送出。`] : []),
        '· 接著問：回覆我的答案，例如「那票價呢？」。',
        '· 沒有答案：點「有答案就通知我」，有了就來通知你。',
      ].join('\n'),
      '剪報都是原文：粗體是最可能的答案，底線是你問到的詞。點「全文」讀整篇，點標題看出處。',
      [
        '/about 看看收錄了哪些文章',
        ...(folders ? ['/use 只查其中一個資料夾'] : []),
        '/privacy 我保存些什麼',
      ].join('\n'),
    ].join('\n\n'),
  about: ({ articles, passages, files, titles, dates }) =>
    [
      `這裡收錄了 ${articles} 篇文章，來自 ${files} 個檔案，共 ${passages} 段。`,
      ...(dates ? [`日期：${days(dates, zhHantReading, '至')}`] : []),
      [
        ...titles.map((title) => `· ${title}`),
        ...(articles > titles.length ? [`……還有 ${articles - titles.length} 篇。`] : []),
      ].join('\n'),
    ].join('\n\n'),
  hello: '你好，我在。想知道什麼，直接問我就好。',
  thanks: '不客氣，有問題隨時問我。',
  empty: '看不懂要問什麼。用一句話或幾個詞來問吧。',
  refusal: (missing) =>
    missing.length > 0
      ? `文章裡沒有找到答案。\n這些詞沒有出現過：${missing.join('、')}`
      : '文章裡沒有找到答案。換個說法再問問看？',
  askInChinese: '文章都是中文的，用中文來問比較容易找到。',
  possible: (unmentioned) =>
    unmentioned.length > 0
      ? `答案可能在這裡，但這篇文章沒有提到${quoted(unmentioned)}：`
      : '答案可能在這裡，但還不能確定：',
  inlinePossible: (excerpt) => `可能的答案：${excerpt}`,
  nearest: '最接近的段落，不一定能回答：',
  unmentioned: (words) => `請留意，這篇文章沒有提到${quoted(words)}：`,
  howToAsk: (username) => `在 @${username} 後面寫上問題，我就去文章裡找。也可以回覆一則提問，再標記我一下。`,
  textOnly: '我只看得懂文字，請把問題打出來傳給我。',
  unknownCommand: '沒有這個指令。直接傳問題就行，或者傳送 /help 看看用法。',
  notAllowed: (id) => `我只回答指定的使用者。你的 ID 是 ${id}，告訴管理員就能加上。`,
  failed: '出了點問題，沒能查到。請過一會兒再試。',
  unavailable: unavailableZhHant,
  delivery: deliveryZhHant,
  id: idsZhHant,
  questionGone: '原來的提問已經看不到了，請再問一次。',
  passageGone: '文章有更新，這一段已經不在了，請再問一次。',
  limits: limitsZhHant,
  office: officeZhHant,
  privacy: privacyZhHant,
  buttons: {
    inlineEmpty: (articles) => `輸入問題，從 ${articles} 篇文章裡找原文`,
    inlineNothing: '沒有找到答案，點這裡私訊問問看',
    inlineNotAllowed: '我只回答指定的使用者，點這裡了解',
  },
  citation: {
    page: (page) => (/^\d+$/.test(page) ? `第 ${page} 版` : page),
    lines: (first, last) => (first === last ? `第 ${first} 行` : `第 ${first}–${last} 行`),
    pages: (first, last) => (first === last ? `第 ${first} 頁` : `第 ${first}–${last} 頁`),
    rows: (first, last) => (first === last ? `表格第 ${first} 列` : `表格第 ${first}–${last} 列`),
  },
  commands: {
    ask: '提問：/ask 後面寫上問題',
    about: '看看收錄了哪些文章',
    help: '怎麼提問',
    privacy: '我保存些什麼',
  },
  collections,
  followUp: followUpZhHant,
  suggesting: suggestingZhHant,
  inline: inlineZhHant,
  told: toldZhHant,
};

function quoted(words: readonly string[]): string {
  return words.map((word) => `「${word}」`).join('、');
}
