import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as groups from './acts/groups.js';
import { chooseInline, typeInline } from './acts/inline.js';
import * as membership from './acts/membership.js';
import { press } from './acts/press.js';
import { edit, remove, say } from './acts/say.js';
import { CallLog } from './api/calls.js';
import { Dispatcher } from './api/dispatch.js';
import { Faults } from './api/faults.js';
import { createApiServer, type Site } from './api/http.js';
import { Backend } from './backend.js';
import type { Playground, PlaygroundOptions } from './interface.js';
import type { BotSettings } from './people.js';
import { createSite } from './site/site.js';
import { Waiting } from './waiting.js';
import { viewOf } from './world/room.js';

export type * from './interface.js';
export type * from './people.js';
export { PlaygroundError } from './refusal.js';
export { WaitTimeoutError } from './waiting.js';

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
  const mounted = new Map<string, RequestListener>();
  const server = createApiServer({
    token,
    dispatcher,
    files: backend.files,
    site: withMounted(mounted, site.answer),
  });
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
    mount(routes) {
      for (const [route, listener] of Object.entries(routes)) mounted.set(route, listener);
    },
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

/** The site with what others answer before it, by method and path: `GET /healthz`. */
function withMounted(mounted: ReadonlyMap<string, RequestListener>, site: Site): Site {
  return async (request, response, url) => {
    const listener = mounted.get(`${request.method} ${url.pathname}`);
    if (listener) listener(request, response);
    else await site(request, response, url);
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
