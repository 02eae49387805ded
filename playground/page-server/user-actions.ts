import type { IncomingMessage } from 'node:http';
import { readBody } from '../api/parameters.js';
import { PlaygroundError, Refusal } from '../api-error.js';
import type { Backend } from '../backend.js';
import * as groups from '../user-actions/groups.js';
import { chooseInline, typeInline } from '../user-actions/inline.js';
import * as membership from '../user-actions/membership.js';
import { edit, remove, say } from '../user-actions/messages.js';
import { press } from '../user-actions/press-button.js';
import type { Act, ActReply, ActResults } from '../user-api.js';
import type { SceneKeeper } from './demo-chats.js';
import { checkAct } from './user-action-schema.js';

/** Largest act in bytes. */
const LARGEST = 64 * 1_024;

/** Does what a page asks for. What cannot be done is answered with the reason. */
export async function performAct(
  backend: Backend,
  scenes: SceneKeeper,
  request: IncomingMessage,
): Promise<ActReply> {
  try {
    // Pages of other sites cannot send this type without asking first, which is never granted.
    if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
      throw new PlaygroundError('An act is sent as application/json.');
    }
    return { ok: true, result: await perform(backend, scenes, await readAct(request)) };
  } catch (error) {
    if (error instanceof PlaygroundError || error instanceof Refusal)
      return { ok: false, error: error.message };
    throw error;
  }
}

async function readAct(request: IncomingMessage): Promise<Act> {
  const body = (await readBody(request, LARGEST)).toString('utf8');
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch (cause) {
    throw new PlaygroundError('The act is no JSON.', { cause });
  }
  return checkAct(json);
}

async function perform(
  backend: Backend,
  scenes: SceneKeeper,
  act: Act,
): Promise<ActResults[keyof ActResults]> {
  const { world } = backend;
  switch (act.do) {
    case 'say':
      return say(backend, act.chat, act.from, act.text, act);
    case 'edit':
      return edit(backend, act.chat, act.message, act.text);
    case 'delete':
      remove(backend, act.chat, act.message);
      return true;
    case 'press':
      return press(backend, act.chat, act.message, act.button, act.from);
    case 'type-inline':
      return typeInline(backend, act.from, act.query, act);
    case 'choose-inline':
      return chooseInline(backend, act.from, act.queryId, act.resultId, act.chat, act);
    case 'start':
      return groups.start(backend, act.from, act.payload);
    case 'visit':
      return scenes.visit(act.language);
    case 'add-user':
      return world.addUser(act.user);
    case 'change-user':
      return world.changeUser(act.user, act.changes);
    case 'add-group':
      return world.addGroup(act.group).chat;
    case 'add-topic':
      return groups.addTopic(backend, act.chat, act.name);
    case 'set-bot':
      membership.setBot(backend, act.chat, act.bot);
      return true;
    case 'block':
      membership.block(backend, act.user, act.blocked);
      return true;
    case 'migrate':
      return groups.migrate(backend, act.chat);
    case 'settings':
      return backend.configure(act.settings);
  }
}
