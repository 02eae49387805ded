import { count } from './count.js';
import type { Figures, OfficeWords } from './office.js';
import { enReading } from './reading.js';
import { days } from './span.js';

/** What the bot says to its administrators in English. */
export const officeEn: OfficeWords = {
  language: 'en',
  commands: {
    stats: 'Questions today and in the last 7 days',
    unanswered: 'Questions that found no answer',
    faults: 'Files left out, calls that failed',
    reload: 'Check the folder now',
    add: 'Add files or messages',
    remove: 'Remove files that were added here',
    follow: 'Add new posts of a channel',
    pause: 'Stop answering for now',
    resume: 'Answer again',
    broadcast: 'Send a notice to subscribers',
  },
  help: (commands) =>
    [
      'You are an administrator, so there is more:',
      ...commands,
      'Send me a file or forward me a message, and I’ll add it.',
    ].join('\n'),
  stats: (today, week) =>
    [
      'Today',
      ...figures(today, ''),
      '',
      'Last 7 days',
      ...figures(week, ' (busiest day)'),
      '',
      'Picture: questions a day. Green was answered, yellow possible, grey not found.',
    ].join('\n'),
  unanswered: (shown, more) =>
    [
      'Asked in the last 30 days without an answer:',
      ...shown.map(
        ({ text, times, wordings }) =>
          `· ${text} (${count(times, 'time')}${wordings > 1 ? `, ${wordings} wordings` : ''})`,
      ),
      ...(more > 0 ? [`… and ${more} more.`] : []),
    ].join('\n'),
  nothingUnanswered: 'No question of the last 30 days went without an answer.',
  questionsNotKept:
    'Questions are not kept. To see them, set KEEP_QUESTIONS=yes and start again; who asked is not kept.',
  faults: (files, more, calls) =>
    [
      ...(files.length > 0 ? ['Left out:', ...files.map((file) => `· ${file}`)] : []),
      ...(more > 0 ? [`… and ${more} more.`] : []),
      ...(calls.length > 0
        ? [
            ...(files.length > 0 ? [''] : []),
            'Calls that failed in the last 24 hours:',
            ...calls.map((call) => `· ${call}`),
          ]
        : []),
    ].join('\n'),
  leftOutAt: (source, line, said) => `${line === undefined ? source : `${source}:${line}`}: ${said}`,
  noFaults: 'All is well: every file is served, and no call has failed in the last 24 hours.',
  noFaultsHere:
    'No call has failed in the last 24 hours. Another bot reads the files; its log tells what was left out.',
  followedElsewhere: 'Another bot watches the folder and takes in whatever changes.',
  addedElsewhere: (name) =>
    `${name} is saved. You can ask about it once the bot that reads the files has taken it in.`,
  survey: ({ files, articles, leftOut, dates }) =>
    `${[
      `${files} ${files === 1 ? 'file' : 'files'}, ${articles} ${articles === 1 ? 'article' : 'articles'}`,
      ...(dates ? [days(dates, enReading, ' to ')] : []),
      leftOut > 0 ? `${leftOut} left out, /faults tells why` : '0 left out',
    ].join('; ')}.`,
  failedCalls: (method, outcome, times) => `${method}: ${outcome}, ${count(times, 'time')}`,
  unchanged: 'I’ve checked: no file has changed.',
  changes: ({ added, changed, removed }) =>
    [...list('added', added), ...list('changed', changed), ...list('removed', removed)].join('\n'),
  howToAdd: (endings) =>
    `Send me a file or forward me a message, and I’ll add it at once. Files may have 20 MB.\nI read: ${endings.join(' ')}`,
  noInbox:
    'The collection is a single file, so there is no folder to put anything in. Set SEEDS_DIR to a folder.',
  tooLarge: (megabytes) =>
    `That file is too large: bots can download ${megabytes} MB at most. Please put it into the folder yourself.`,
  notRead: (ending, endings) =>
    `I can’t read ${ending === '' ? 'a file without an ending' : `${ending} files`}. I read: ${endings.join(' ')}`,
  notFetched: 'I couldn’t download that file. Please send it again.',
  notStored: 'I couldn’t store that file. Please check the disk and the folder’s permissions.',
  noText: 'There is no text in that message, so there is nothing to add.',
  added: (name, { articles, title, dates }, isNewVersion) =>
    [
      `${isNewVersion ? 'Updated' : 'Added'} ${name}`,
      articles === 1 ? title : `${articles} articles, the first: ${title}`,
      ...(dates === undefined ? [] : [`Dates: ${dates}`]),
    ].join('\n'),
  leftOut: (name, faults) => [`${name} could not be added, and was not kept.`, ...faults].join('\n'),
  inbox: (files) => `${count(files, 'file')} added here. Tap one to remove it:`,
  inboxEmpty: 'Nothing has been added here yet.',
  removed: (name) => `Removed ${name}`,
  gone: 'That file is gone already.',
  paused: 'Paused. Everybody but administrators is told so when they ask. /resume to go on.',
  resumed: 'Answering again.',
  howToBroadcast: 'Write the notice after /broadcast.',
  noSubscribers: 'Nobody has subscribed to alerts, so there is nobody to send it to.',
  confirmBroadcast: (chats) =>
    `This notice goes to ${count(chats, 'chat')} with alerts. Tap the button to send it.`,
  sendButton: (chats) => `Send (${chats})`,
  sending: 'Sending…',
  alreadySent: 'That one has been sent.',
  sent: (delivered, blocked, failed) =>
    `Done: ${delivered} delivered, ${blocked} blocked${failed > 0 ? `, ${failed} failed` : ''}.`,
  followButton: 'Add this channel’s new posts from now on',
  unfollowButton: (title) => `Stop adding: ${title}`,
  followed: (title) => `Right, new posts of ${title} will be added.`,
  unfollowed: (title) => `Right, no more posts of ${title}. Those already added stay.`,
  following: (channels) => `Adding new posts of ${count(channels, 'channel')}:`,
  howToFollow:
    'Make me an administrator of the channel, then forward one of its posts to me and tap the button below it.',
  notInChannel: 'I’m not an administrator of that channel, so I get no posts. Please make me one first.',
};

function figures(
  { questions, answered, possible, refused, chats, p50, p99 }: Figures,
  note: string,
): string[] {
  if (questions === 0) return ['No questions'];
  const times =
    p50 === undefined || p99 === undefined
      ? ''
      : `; answering took p50 ≤ ${seconds(p50)}, p99 ≤ ${seconds(p99)}`;
  return [
    `${count(questions, 'question')}: ${answered} answered, ${possible} possible, ${refused} not found`,
    `from ${count(chats, 'chat')}${note}${times}`,
  ];
}

function seconds(value: number): string {
  return value < 1 ? `${Math.round(value * 1000)} ms` : `${value.toFixed(1)} s`;
}

function list(what: string, files: readonly string[]): string[] {
  if (files.length === 0) return [];
  const rest = files.length > SHOWN ? [`… and ${files.length - SHOWN} more`] : [];
  return [
    `${count(files.length, 'file')} ${what}:`,
    ...files.slice(0, SHOWN).map((file) => `· ${file}`),
    ...rest,
  ];
}

/** Names that are listed. */
const SHOWN = 10;
