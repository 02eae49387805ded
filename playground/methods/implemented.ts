import { chatMethods } from './chats.js';
import { ephemeralMethods } from './ephemeral.js';
import { fileMethods } from './files.js';
import type { Context, Handlers } from './handler.js';
import { messageMethods } from './messages.js';
import { profileMethods } from './profile.js';
import { queryMethods } from './queries.js';
import { updateMethods } from './updates.js';

/** The methods that this server implements, by name. The Bot API's others are known, checked, and answered with 501. */
export const IMPLEMENTED_METHODS: Handlers = {
  getMe: ({ backend }: Context) => backend.me,
  ...updateMethods,
  ...messageMethods,
  ...ephemeralMethods,
  ...fileMethods,
  ...queryMethods,
  ...chatMethods,
  ...profileMethods,
};
