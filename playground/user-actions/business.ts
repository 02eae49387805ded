import { randomBytes } from 'node:crypto';
import type { BusinessConnection, Message } from '@grammyjs/types';
import type { Backend } from '../backend.js';
import { privateChat } from '../store/stored-chat.js';
import type { Ref } from '../user-api.js';

/** Connects the bot to a person's business account; the bot may read what customers write, and write in the person's name. */
export function connectBusiness(backend: Backend, owner: Ref): BusinessConnection {
  const user = backend.store.user(owner);
  const connection: BusinessConnection = {
    id: randomBytes(16).toString('base64url'),
    user,
    user_chat_id: user.id,
    date: backend.store.date,
    rights: { can_reply: true },
    is_enabled: true,
  };
  backend.updates.push('business_connection', connection);
  return connection;
}

/** A customer writes to a business account that the bot is connected to. */
export function writeToBusiness(
  backend: Backend,
  connection: BusinessConnection,
  customer: Ref,
  text: string,
): Message {
  const from = backend.store.user(customer);
  const message = {
    message_id: 1,
    business_connection_id: connection.id,
    date: backend.store.date,
    chat: privateChat(from),
    from,
    text,
  } as Message;
  backend.updates.push('business_message', message as never);
  return message;
}
