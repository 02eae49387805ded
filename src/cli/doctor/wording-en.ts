import { didYouMean } from '../../app/misnamed-settings.js';
import type { DoctorWording } from './wording.js';

export const EN: DoctorWording = {
  language: 'en',
  checks: {
    node: 'Node.js',
    settings: 'settings',
    proxy: 'network',
    token: 'token',
    updates: 'updates',
    groups: 'groups',
    inline: 'inline mode',
    clock: 'clock',
    disk: 'disk',
    files: 'articles',
    memory: 'memory',
    reader: 'reader',
  },
  say: {
    'node-fine': ({ version }) => [version],
    'node-old': ({ version, least }) => [
      `${version} is too old`,
      `Install ${least} or newer: https://nodejs.org`,
    ],
    'settings-fine': ({ given }) => [given === 0 ? 'all by default' : `${given} given, all usable`],
    'setting-wrong': ({ name, found, expected }) => [
      `${name} cannot be used: found ${found.en}`,
      `Put ${expected.en} into .env or the environment; .env.example describes it.`,
    ],
    'setting-misnamed': (misnamed) => [
      didYouMean(misnamed).en,
      'Correct the name; as it is, it has no effect.',
    ],
    'proxy-none': ({ server }) => [`${server} can be reached directly; no proxy is needed`],
    'proxy-needed': ({ server, why }) => [
      `${server} cannot be reached (${why.en})`,
      'Check the network. Where Telegram is blocked, set HTTPS_PROXY, such as http://127.0.0.1:7890.',
    ],
    'proxy-fine': ({ proxy, server }) => [`${server} is reached through ${proxy}, and not without it`],
    'proxy-unneeded': ({ proxy, server }) => [
      `${server} is reached through ${proxy}, and would be without it`,
    ],
    'proxy-spared': ({ server }) => [`${server} is reached without the proxy (this machine, or NO_PROXY)`],
    'proxy-gone': ({ proxy, why }) => [
      `the proxy ${proxy} cannot be reached (${why.en})`,
      'Start the proxy, or correct address and port in HTTPS_PROXY.',
    ],
    'proxy-blind': ({ proxy, server, why }) => [
      `the proxy ${proxy} runs, and ${server} cannot be reached through it (${why.en})`,
      'Check its user name, password and rules, or use another.',
    ],
    'token-none': () => [
      'BOT_TOKEN is not set: npm start opens a chat page on this machine only',
      'For Telegram, send /newbot to @BotFather and put the token into .env.',
    ],
    'token-fine': ({ bot }) => [`it is that of ${bot}`],
    'token-refused': ({ server, code }) => [
      `${server} refuses it (${code})`,
      'Send /mybots to @BotFather, choose the bot and “API Token”, and put the token into .env anew.',
    ],
    'server-silent': ({ server, why }) => [
      `${server} does not answer as it should (${why.en})`,
      'See “network” above; with a server of your own, check BOT_API_ROOT too.',
    ],
    'not-asked': () => ['not looked at: that takes a token and a network that work'],
    'polling-fine': ({ pending }) => [`by polling; ${pending} waiting`],
    'polling-webhook': ({ host, pending }) => [
      `polling is set, and Telegram still has a webhook (${host}); ${pending} waiting`,
      'The bot removes it when it starts. If another program uses this token, stop that first.',
    ],
    'webhook-fine': ({ host, pending }) => [`by webhook (${host}); ${pending} waiting`],
    'webhook-none': ({ host }) => [
      `the webhook (${host}) is not known to Telegram yet`,
      'The bot tells Telegram when it starts.',
    ],
    'webhook-other': ({ host, wanted }) => [
      `Telegram calls another address, at ${host}, in place of that at ${wanted}`,
      'The bot changes it when it starts. If another program uses this token, stop that first.',
    ],
    'webhook-failing': ({ host, error, pending }) => [
      `Telegram cannot call ${host}: ${error}; ${pending} waiting`,
      'Check the domain, the certificate, and the proxy that hands requests on to HTTP_PORT.',
    ],
    'updates-waiting': ({ pending }) => [
      `${pending} waiting`,
      'While the bot is down that is as it should be: it answers them when it starts. If it runs, see its log.',
    ],
    'groups-open': () => ['privacy mode is off: it answers where it is mentioned'],
    'groups-private': () => [
      'privacy mode is on: some mentions in groups do not get through',
      'Send /setprivacy to @BotFather and choose Disable; then remove it from its groups and add it again.',
    ],
    'groups-barred': () => [
      'it cannot be added to groups',
      'If it should, send /setjoingroups to @BotFather and choose Enable.',
    ],
    'inline-on': () => ['on'],
    'inline-off': () => ['off: @bot does not work in other chats', 'Send /setinline to @BotFather.'],
    'clock-fine': ({ off }) => [`right (${Math.abs(off)} s off)`],
    'clock-off': ({ off }) => [
      `${Math.abs(off)} s ${off > 0 ? 'fast' : 'slow'}`,
      'Have it set by the network (timedatectl set-ntp true), or 今天 and 上个月 are counted wrongly.',
    ],
    'folder-fine': ({ setting, path, free }) => [`${setting} (${path}) can be written; ${free} MB free`],
    'folder-none': ({ setting }) => [`${setting} is empty: nothing is kept`],
    'folder-unwritable': ({ setting, path, why }) => [
      `${setting} (${path}) cannot be written (${why.en})`,
      `Let the user that runs Jianbao write there, or set ${setting} to another folder.`,
    ],
    'folder-full': ({ setting, path, free }) => [
      `${setting} (${path}) has only ${free} MB left`,
      `Make room, or set ${setting} to another disk.`,
    ],
    'files-fine': ({ path, files, articles }) => [`${path}: ${articles} articles in ${files} files`],
    'files-left-out': ({ path, files, articles, leftOut, first }) => [
      `${path}: ${articles} articles in ${files} files; ${leftOut} files left out. ${first.en}`,
      'npm run read shows them one by one.',
    ],
    'files-empty': ({ path }) => [
      `there are no articles in ${path}`,
      'Put some there, or name their folder in SEEDS_DIR; docs/articles.md has the formats.',
    ],
    'files-gone': ({ path, why }) => [`${path} cannot be opened: ${why.en}`, 'Correct SEEDS_DIR.'],
    'memory-fine': ({ free, needed }) => [`${free} MB free; these articles take about ${needed} MB`],
    'memory-short': ({ free, needed }) => [
      `${free} MB free; these articles take about ${needed} MB`,
      'End other programs, add memory, or take fewer articles. What a running bot holds is not counted as free.',
    ],
    'memory-unknown': ({ free }) => [
      `${free} MB free; what is needed is known once the articles can be read`,
    ],
    'reader-fine': () => ['there, and it reads'],
    'reader-off': () => ['off, as READER has it'],
    'reader-unavailable': ({ why }) => [
      `cannot be used: ${why.en}`,
      'Run npm ci, and see that models/ is whole. The bot answers without it, with “possible” alone.',
    ],
    late: ({ seconds }) => [
      `no result within ${seconds} s`,
      'Run it again; if it stays so, the disk or the network may be too slow.',
    ],
    failed: ({ why }) => [`the check itself failed (${why})`, 'Report this line to us.'],
  },
  summary: ({ wrong, look }) =>
    wrong + look === 0
      ? 'All is well.'
      : `${[...(wrong > 0 ? [`${wrong} to be mended (✗)`] : []), ...(look > 0 ? [`${look} to look at (!)`] : [])].join(', ')}.`,
};
