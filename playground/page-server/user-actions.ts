import type { IncomingMessage } from 'node:http';
import { readBody } from '../api/parameters.js';
import { ApiError } from '../api-error.js';
import type { Backend } from '../backend.js';
import { PlaygroundError } from '../playground-error.js';
import * as groups from '../user-actions/groups.js';
import { chooseInline, typeInline } from '../user-actions/inline.js';
import * as membership from '../user-actions/membership.js';
import { deleteMessage, editMessage, sendMessage, startBot } from '../user-actions/messages.js';
import { pressButton } from '../user-actions/press-button.js';
import { react } from '../user-actions/react.js';
import type { UserAction, UserActionResponse, UserActionResults } from '../user-api.js';
import type { DemoChatsKeeper } from './demo-chats.js';
import { checkUserAction } from './user-action-schema.js';

/** Largest action in bytes. */
const LARGEST = 64 * 1_024;

/** Does what a page asks for. What cannot be done is answered with the reason. */
export async function answerUserAction(
  backend: Backend,
  demoChats: DemoChatsKeeper,
  request: IncomingMessage,
): Promise<UserActionResponse> {
  try {
    // Pages of other sites cannot send this type without asking first, which is never granted.
    if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
      throw new PlaygroundError('An action is sent as application/json.');
    }
    return { ok: true, result: await perform(backend, demoChats, await readUserAction(request)) };
  } catch (error) {
    if (error instanceof PlaygroundError || error instanceof ApiError)
      return { ok: false, error: error.message };
    throw error;
  }
}

async function readUserAction(request: IncomingMessage): Promise<UserAction> {
  const body = (await readBody(request, LARGEST)).toString('utf8');
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch (cause) {
    throw new PlaygroundError('The action is no JSON.', { cause });
  }
  return checkUserAction(json);
}

async function perform(
  backend: Backend,
  demoChats: DemoChatsKeeper,
  action: UserAction,
): Promise<UserActionResults[keyof UserActionResults]> {
  const { store } = backend;
  switch (action.type) {
    case 'say':
      return sendMessage(backend, action.chat, action.from, action.text, action);
    case 'edit':
      return editMessage(backend, action.chat, action.message, action.text);
    case 'delete':
      deleteMessage(backend, action.chat, action.message);
      return true;
    case 'press':
      return pressButton(backend, action.chat, action.message, action.button, action.from);
    case 'react':
      react(backend, action.chat, action.message, action.from, action.emoji);
      return true;
    case 'type-inline':
      return typeInline(backend, action.from, action.query, action);
    case 'choose-inline':
      return chooseInline(backend, action.from, action.queryId, action.resultId, action.chat, action);
    case 'start':
      return startBot(backend, action.from, action.payload);
    case 'visit':
      return demoChats.visit(action.language);
    case 'add-user':
      return store.addUser(action.user);
    case 'change-user':
      return store.changeUser(action.user, action.changes);
    case 'add-group':
      return store.addGroup(action.group).info;
    case 'add-topic':
      return groups.addTopic(backend, action.chat, action.name);
    case 'set-bot':
      membership.setBot(backend, action.chat, action.bot);
      return true;
    case 'block':
      membership.block(backend, action.user, action.blocked);
      return true;
    case 'migrate':
      return groups.migrateGroup(backend, action.chat);
    case 'settings':
      return backend.configure(action.settings);
  }
}
