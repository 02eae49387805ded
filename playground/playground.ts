import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { CallLog } from './api/call-log.js';
import { Dispatcher } from './api/dispatch.js';
import { Faults } from './api/fault-injection.js';
import { createApiServer } from './api/http-server.js';
import { Backend } from './backend.js';
import type { Playground, PlaygroundOptions } from './interface.js';
import { createSite } from './page-server/page-server.js';
import { viewOf } from './store/stored-chat.js';
import * as groups from './user-actions/groups.js';
import { chooseInline, typeInline } from './user-actions/inline.js';
import * as membership from './user-actions/membership.js';
import { edit, remove, say } from './user-actions/messages.js';
import { press } from './user-actions/press-button.js';
import type { BotSettings } from './user-api.js';
import { Waiting } from './waiters.js';

export { PlaygroundError } from './api-error.js';
export type * from './interface.js';
export type * from './user-api.js';
export { WaitTimeoutError } from './waiters.js';

const BOT_ID = 7_000_000_001;

/** As a bot is right after its making, with inline, feedback and guest mode turned on in BotFather. */
const SETTINGS: BotSettings = {
  canReadAllGroupMessages: false,
  mentionsPassPrivacy: false,
  inlineQueries: true,
  inlineFeedback: true,
  guestQueries: true,
  canJoinGroups: true,
};

/** Starts a Bot API server with a chat page on this machine. Rejects when the port is taken. */
export async function startPlayground(options: PlaygroundOptions = {}): Promise<Playground> {
  const { host = '127.0.0.1', port = 0 } = options;
  const token = options.token ?? `${BOT_ID}:${randomBytes(26).toString('base64url')}`;
  const backend = new Backend({
    botId: Number.parseInt(token, 10),
    firstName: options.bot?.firstName ?? 'Jianbao',
    username: options.bot?.username ?? 'jianbao_bot',
    settings: { ...SETTINGS, ...options.settings },
    queryTimeoutMs: options.queryTimeoutMs ?? 10_000,
    webhookPauseMs: options.webhookPauseMs ?? 1_000,
  });
  const calls = new CallLog(backend.journal);
  const faults = new Faults();
  const waiting = new Waiting(backend, calls, options.waitTimeoutMs ?? 10_000);
  const site = createSite(backend, calls);
  const dispatcher = new Dispatcher(backend, calls, faults);
  backend.reply = (method, parameters) => dispatcher.followUp(method, parameters);
  const server = createApiServer({ token, dispatcher, files: backend.files, site: site.answer });
  server.listen(port, host);
  await once(server, 'listening');
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`;

  return {
    url,
    apiRoot: url,
    token,
    get bot() {
      return backend.me;
    },
    get settings() {
      return backend.settings;
    },
    ...peopleSide(backend, waiting),
    suggest: site.suggest,
    get calls() {
      return calls.records;
    },
    messages: (chat) => viewOf(backend.world.room(chat)).messages,
    waitForCall: (which, wait) => waiting.call(which, wait),
    waitForPoll: () => waiting.poll(),
    nextMessage: (chat, wait) => waiting.message(chat, wait),
    subscribe: (listener) => backend.journal.subscribe(listener),
    fail: (fault, which) => faults.add(fault, which),
    duplicateUpdates: (times = 1) => backend.updates.duplicateNext(times),
    async close() {
      waiting.close();
      backend.close();
      site.close();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** What people are and do. Tests wait for what comes after an act, so each act notes its moment. */
function peopleSide(backend: Backend, waiting: Waiting) {
  const act = <A extends unknown[], R>(doIt: (backend: Backend, ...args: A) => R) => {
    return (...args: A): R => {
      waiting.markAct();
      return doIt(backend, ...args);
    };
  };
  const { world } = backend;
  return {
    addUser: (profile) => world.addUser(profile),
    changeUser: (user, changes) => world.changeUser(user, changes),
    addGroup: (group) => world.addGroup(group).chat,
    addTopic: (chat, name) => groups.addTopic(backend, chat, name),
    configureBot: (settings) => backend.configure(settings),
    setBot: act(membership.setBot),
    block: act(membership.block),
    migrate: act(groups.migrate),
    say: act(say),
    edit: act(edit),
    delete: act(remove),
    start: act(groups.start),
    press: act(press),
    typeInline: act(typeInline),
    chooseInline: act(chooseInline),
    guest: act(groups.guest),
  } satisfies Partial<Playground>;
}
