import { en as collections } from './collections.js';
import { count } from './count.js';
import { deliveryEn } from './delivery.js';
import { followUpEn } from './follow-up.js';
import { idsEn } from './ids.js';
import { inlineEn } from './inline.js';
import { limitsEn } from './limits.js';
import type { Locale } from './locale.js';
import { officeEn } from './office-en.js';
import { privacyEn } from './privacy.js';
import { enReading } from './reading.js';
import { days } from './span.js';
import { suggestingEn } from './suggesting.js';
import { toldEn } from './told.js';
import { unavailableEn } from './unavailable.js';

/** What the bot says in English. */
export const en: Locale = {
  tag: 'en',
  reading: enReading,
  welcome: (articles, examples) =>
    [
      'Hello, I’m Jianbao, the clipping desk.',
      `Ask me a question and I’ll answer with clippings from ${count(articles, 'article')}, word for word and with their source. I only quote; when the articles don’t say, I tell you so.`,
      ...(examples.length > 0
        ? [`For example:\n${examples.map((example) => `· ${example}`).join('\n')}`]
        : []),
      'Send /help to see where else you can ask me.',
    ].join('\n\n'),
  description: ({ articles, dates }) =>
    [
      'Ask, and I answer with clippings from a collection of articles, word for word, each with its source.',
      `It holds ${count(articles, 'article')}${dates ? ` (${days(dates, enReading, ' to ')})` : ''}.`,
    ].join('\n\n'),
  help: (username, { inline, folders }) =>
    [
      [
        'How to ask',
        '· Here: just send me your question.',
        `· In a group: @${username} and your question, /ask and your question, or reply to one of my messages.`,
        ...(inline
          ? [`· In any chat: type @${username} and your question, then pick a clipping to send.`]
          : []),
        '· To ask on: reply to my answer.',
        '· No answer? Tap “Tell me when there is an answer”.',
      ].join('\n'),
      'Clippings are the original text: bold marks the likeliest answer, underlining the words you asked about. “Article” opens all of it, the title its source. Questions in Chinese work best.',
      [
        '/about lists what is in the collection',
        ...(folders ? ['/use searches one folder alone'] : []),
        '/privacy tells what I keep',
      ].join('\n'),
    ].join('\n\n'),
  about: ({ articles, passages, files, titles, dates }) =>
    [
      `The collection has ${count(articles, 'article')} from ${count(files, 'file')}, ${count(passages, 'passage')} in all.`,
      ...(dates ? [`Dates: ${days(dates, enReading, ' to ')}`] : []),
      [
        ...titles.map((title) => `· ${title}`),
        ...(articles > titles.length ? [`… and ${articles - titles.length} more.`] : []),
      ].join('\n'),
    ].join('\n\n'),
  hello: 'Hello, I’m here. What would you like to know?',
  thanks: 'You’re welcome. Ask me any time.',
  empty: 'I see nothing in there that I could look up. Try a sentence or a few words.',
  refusal: (missing) =>
    missing.length > 0
      ? `I found no answer in the articles.\nThese words appear in none of them: ${missing.join(', ')}`
      : 'I found no answer in the articles. Perhaps try other words?',
  askInChinese: 'The articles are in Chinese, so a question in Chinese will find more.',
  possible: (unmentioned) =>
    unmentioned.length > 0
      ? `The answer may be here, though this article does not mention ${quoted(unmentioned)}:`
      : 'The answer may be here, though that is not certain:',
  inlinePossible: (excerpt) => `Possible answer: ${excerpt}`,
  nearest: 'The closest passage; it may not hold the answer:',
  unmentioned: (words) => `Mind that this article does not mention ${quoted(words)}:`,
  howToAsk: (username) =>
    `Write your question after @${username} and I’ll look it up. Or reply to someone’s question and mention me.`,
  textOnly: 'I can only read text. Please type your question.',
  unknownCommand: 'I don’t know that command. Just send your question, or /help to see how I work.',
  notAllowed: (id) => `I only answer certain people. Your ID is ${id}; the administrator can add it.`,
  failed: 'Something went wrong and I couldn’t look that up. Please try again in a while.',
  delivery: deliveryEn,
  id: idsEn,
  questionGone: 'I can no longer see the question. Please ask it again.',
  passageGone: 'The articles have changed and this passage is gone. Please ask again.',
  unavailable: unavailableEn,
  limits: limitsEn,
  office: officeEn,
  privacy: privacyEn,
  buttons: {
    inlineEmpty: (articles) => `Type a question to search ${count(articles, 'article')}`,
    inlineNothing: 'No answer found. Tap to ask me in private',
    inlineNotAllowed: 'I only answer certain people. Tap for more',
  },
  citation: {
    page: (page) => (/^\d+$/.test(page) ? `p. ${page}` : page),
    lines: (first, last) => (first === last ? `line ${first}` : `lines ${first}–${last}`),
    pages: (first, last) => (first === last ? `page ${first}` : `pages ${first}–${last}`),
    rows: (first, last) => (first === last ? `row ${first}` : `rows ${first}–${last}`),
  },
  collections,
  followUp: followUpEn,
  inline: inlineEn,
  suggesting: suggestingEn,
  commands: {
    ask: 'Ask a question: /ask and your question',
    about: 'What is in the collection',
    help: 'How to ask',
    privacy: 'What I keep',
  },
  told: toldEn,
};

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ');
}
