import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CallLog } from './api/call-log.js';
import { Dispatcher } from './api/dispatch.js';
import { FaultInjector } from './api/fault-injection.js';
import { createApiServer, type PageHandler } from './api/http-server.js';
import { Backend } from './backend.js';
import type { Playground, PlaygroundOptions } from './interface.js';
import { ChatPace } from './limits/chat-pace.js';
import { createPageServer } from './page-server/page-server.js';
import { chatView } from './store/stored-chat.js';
import * as groups from './user-actions/groups.js';
import { mentionAsGuest } from './user-actions/guest.js';
import { chooseInline, typeInline } from './user-actions/inline.js';
import * as membership from './user-actions/membership.js';
import { deleteMessage, editMessage, sendMessage, startBot } from './user-actions/messages.js';
import { pressButton } from './user-actions/press-button.js';
import type { BotSettings } from './user-api.js';
import { Waiters } from './waiters.js';

export type * from './interface.js';
export { PlaygroundError } from './playground-error.js';
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
  const calls = new CallLog(backend.events);
  const faults = new FaultInjector();
  const waiters = new Waiters(backend, calls, options.waitTimeoutMs ?? 10_000);
  const site = createPageServer(backend, calls, options.pageForOthers ?? true);
  const dispatcher = new Dispatcher(backend, calls, faults, new ChatPace(options.chatPace, backend.now));
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
    ...userApi(backend, waiters),
    suggest: site.suggest,
    mount(routes) {
      for (const [route, listener] of Object.entries(routes)) mounted.set(route, listener);
    },
    get calls() {
      return calls.records;
    },
    messages: (chat) => chatView(backend.store.chat(chat)).messages,
    waitForCall: (which, wait) => waiters.call(which, wait),
    waitForPoll: () => waiters.poll(),
    nextMessage: (chat, wait) => waiters.message(chat, wait),
    subscribe: (listener) => backend.events.subscribe(listener),
    fail: (fault, which) => faults.add(fault, which),
    recover: () => faults.clear(),
    duplicateUpdates: (times = 1) => backend.updates.duplicateNext(times),
    async close() {
      waiters.close();
      backend.close();
      site.close();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** The site with what others answer before it, by method and path: `GET /healthz`. */
function withMounted(mounted: ReadonlyMap<string, RequestListener>, site: PageHandler): PageHandler {
  return async (request, response, url) => {
    const listener = mounted.get(`${request.method} ${url.pathname}`);
    if (listener) listener(request, response);
    else await site(request, response, url);
  };
}

/** What people are and do. Tests wait for what comes after an action, so each action notes its moment. */
function userApi(backend: Backend, waiters: Waiters) {
  const action = <A extends unknown[], R>(run: (backend: Backend, ...args: A) => R) => {
    return (...args: A): R => {
      waiters.markAction();
      return run(backend, ...args);
    };
  };
  const { store } = backend;
  return {
    addUser: (profile) => store.addUser(profile),
    changeUser: (user, changes) => store.changeUser(user, changes),
    addGroup: (group) => store.addGroup(group).info,
    addTopic: (chat, name) => groups.addTopic(backend, chat, name),
    configureBot: (settings) => backend.configure(settings),
    setBot: action(membership.setBot),
    block: action(membership.block),
    migrate: action(groups.migrateGroup),
    say: action(sendMessage),
    edit: action(editMessage),
    delete: action(deleteMessage),
    start: action(startBot),
    press: action(pressButton),
    typeInline: action(typeInline),
    chooseInline: action(chooseInline),
    guest: action(mentionAsGuest),
  } satisfies Partial<Playground>;
}
