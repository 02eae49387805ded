import type { Context } from './handler.js';
import { messageMethods } from './messages.js';
import { profileMethods } from './profile.js';
import { queryMethods } from './queries.js';
import { updateMethods } from './updates.js';

/** A method with its name as the Bot API spells it. */
export interface Method {
  readonly name: string;
  readonly handle: (context: Context, args: never) => unknown;
}

const FAMILIES = {
  getMe: ({ backend }: Context) => backend.me,
  ...updateMethods,
  ...messageMethods,
  ...queryMethods,
  ...profileMethods,
};

/** Methods by their name in lower case: the Bot API does not mind the case. */
export const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries(FAMILIES).map(([name, handle]) => [name.toLowerCase(), { name, handle }]),
);
