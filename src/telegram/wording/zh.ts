import { zh as collections } from './collections.js';
import { deliveryZh } from './delivery.js';
import { followUpZh } from './follow-up.js';
import { idsZh } from './ids.js';
import { inlineZh } from './inline.js';
import { limitsZh } from './limits.js';
import type { Locale } from './locale.js';
import { officeZh } from './office-zh.js';
import { privacyZh } from './privacy.js';
import { zhReading } from './reading.js';
import { days } from './span.js';
import { suggestingZh } from './suggesting.js';
import { toldZh } from './told.js';
import { unavailableZh } from './unavailable.js';

/** What the bot says in Chinese. */
export const zh: Locale = {
  tag: 'zh',
  reading: zhReading,
  welcome: (articles, examples) =>
    [
      '你好，我是剪报。',
      `你来问，我从收录的 ${articles} 篇文章里剪下原文作答，并注明出处。我只引用，不编写；文章里没有的，我会直说。`,
      ...(examples.length > 0
        ? [`比如可以问：\n${examples.map((example) => `· ${example}`).join('\n')}`]
        : []),
      '想知道还能在哪里用，发 /help。',
    ].join('\n\n'),
  description: ({ articles, dates }) =>
    [
      '问一句，我从收录的文章里剪下原文来回答，每一段都注明出处。只引用，不编写。',
      `收录 ${articles} 篇文章${dates ? `（${days(dates, zhReading, '至')}）` : ''}。`,
    ].join('\n\n'),
  help: (username, { inline, folders }) =>
    [
      [
        '怎么提问',
        '· 在这里：直接把问题发给我。',
        `· 在群里：@${username} 加问题，/ask 加问题，或者回复我的消息。`,
        ...(inline ? [`· 在任何聊天里：输入 @${username} 和问题，选一条发出去。`] : []),
        '· 接着问：回复我的答案，比如“那票价呢？”。',
        '· 没有答案：点“有答案了告诉我”，有了就来告诉你。',
      ].join('\n'),
      '剪报都是原文：粗体是最可能的答案，下划线是你问到的词。点“全文”读整篇，点标题看出处。',
      [
        '/about 看看收了哪些文章',
        ...(folders ? ['/use 只查其中一个文件夹'] : []),
        '/privacy 我保存些什么',
      ].join('\n'),
    ].join('\n\n'),
  about: ({ articles, passages, files, titles, dates }) =>
    [
      `这里收了 ${articles} 篇文章，来自 ${files} 个文件，共 ${passages} 段。`,
      ...(dates ? [`日期：${days(dates, zhReading, '至')}`] : []),
      [
        ...titles.map((title) => `· ${title}`),
        ...(articles > titles.length ? [`……还有 ${articles - titles.length} 篇。`] : []),
      ].join('\n'),
    ].join('\n\n'),
  hello: '你好，我在。想知道什么，直接问我就好。',
  thanks: '不客气，有问题随时问我。',
  empty: '没看懂要问什么。用一句话或几个词来问吧。',
  refusal: (missing) =>
    missing.length > 0
      ? `文章里没有找到答案。\n这些词没有出现过：${missing.join('、')}`
      : '文章里没有找到答案。换个说法再问问看？',
  askInChinese: '文章都是中文的，用中文来问更容易找到。',
  possible: (unmentioned) =>
    unmentioned.length > 0
      ? `答案可能在这里，但这篇文章没有提到${quoted(unmentioned)}：`
      : '答案可能在这里，但还不能肯定：',
  inlinePossible: (excerpt) => `可能的答案：${excerpt}`,
  nearest: '最接近的段落，不一定答得上：',
  unmentioned: (words) => `注意，这篇文章没有提到${quoted(words)}：`,
  howToAsk: (username) => `在 @${username} 后面写上问题，我就去文章里找。也可以回复一条提问，再 @ 我一下。`,
  textOnly: '我只看得懂文字，把问题打出来发给我吧。',
  unknownCommand: '没有这个命令。直接发问题就行，或者发 /help 看看用法。',
  notAllowed: (id) => `我只回答指定的用户。你的 ID 是 ${id}，告诉管理员就能加上。`,
  failed: '出了点问题，没能查成。请过一会儿再试。',
  delivery: deliveryZh,
  id: idsZh,
  questionGone: '原来的提问已经看不到了，请再问一次。',
  passageGone: '文章有更新，这一段已经不在了，请再问一次。',
  unavailable: unavailableZh,
  limits: limitsZh,
  office: officeZh,
  privacy: privacyZh,
  buttons: {
    inlineEmpty: (articles) => `输入问题，从 ${articles} 篇文章里找原文`,
    inlineNothing: '没有找到答案，点这里私聊问问看',
    inlineNotAllowed: '我只回答指定的用户，点这里了解',
  },
  citation: {
    page: (page) => (/^\d+$/.test(page) ? `第${page}版` : page),
    lines: (first, last) => (first === last ? `第 ${first} 行` : `第 ${first}–${last} 行`),
    pages: (first, last) => (first === last ? `第 ${first} 页` : `第 ${first}–${last} 页`),
    rows: (first, last) => (first === last ? `表格第 ${first} 行` : `表格第 ${first}–${last} 行`),
  },
  collections,
  followUp: followUpZh,
  inline: inlineZh,
  suggesting: suggestingZh,
  commands: {
    ask: '提问：/ask 后面写上问题',
    about: '看看收了哪些文章',
    help: '怎么提问',
    privacy: '我保存些什么',
  },
  told: toldZh,
};

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join('、');
}
