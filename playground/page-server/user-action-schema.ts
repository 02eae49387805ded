import { z } from 'zod';
import { PlaygroundError } from '../playground-error.js';
import { type NamedType, namedType } from '../schema/bot-api.js';
import type { UserAction } from '../user-api.js';

const id = z.int();
const destination = { replyTo: id.optional(), topic: id.optional() };
const profile = z.strictObject({
  first_name: z.string().min(1).max(64).optional(),
  last_name: z.string().min(1).max(64).optional(),
  username: z
    .string()
    .regex(/^[A-Za-z]\w{3,31}$/)
    .optional(),
  language_code: z.string().min(2).max(16).optional(),
  is_premium: z.literal(true).optional(),
  is_bot: z.boolean().optional(),
});
const membership = z.enum(['member', 'administrator', 'absent']);
const entity = z.looseObject({ type: z.string(), offset: id, length: id });

/** The user actions of user-api.ts. */
const userActionSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('say'),
    chat: id,
    from: id,
    text: z.string(),
    ...destination,
    quote: z.string().optional(),
    entities: z.array(entity).optional(),
    senderChat: id.optional(),
    automaticForward: z.boolean().optional(),
    attachment: z.enum(['photo', 'document', 'voice', 'sticker']).optional(),
    file: z.strictObject({ id: z.string() }).optional(),
  }),
  z.strictObject({ type: z.literal('edit'), chat: id, message: id, text: z.string() }),
  z.strictObject({ type: z.literal('delete'), chat: id, message: id }),
  z.strictObject({
    type: z.literal('press'),
    chat: id,
    message: z.union([id, z.strictObject({ message_id: id, ephemeral_message_id: id })]),
    from: id,
    button: z.union([z.string(), z.strictObject({ row: id.min(0), column: id.min(0) })]),
  }),
  z.strictObject({
    type: z.literal('react'),
    chat: id,
    message: id,
    from: id,
    emoji: z.array(z.enum(reactionEmoji())),
  }),
  z.strictObject({
    type: z.literal('type-inline'),
    from: id,
    query: z.string(),
    offset: z.string().optional(),
    chat: id.optional(),
  }),
  z.strictObject({
    type: z.literal('choose-inline'),
    from: id,
    queryId: z.string(),
    resultId: z.string(),
    chat: id,
    ...destination,
  }),
  z.strictObject({ type: z.literal('start'), from: id, payload: z.string().optional() }),
  z.strictObject({ type: z.literal('visit'), language: z.enum(['zh', 'en']) }),
  z.strictObject({ type: z.literal('add-user'), user: profile }),
  z.strictObject({ type: z.literal('change-user'), user: id, changes: profile }),
  z.strictObject({
    type: z.literal('add-group'),
    group: z.strictObject({
      title: z.string().min(1).max(128),
      type: z.enum(['group', 'supergroup', 'channel']).optional(),
      username: z.string().optional(),
      forum: z.boolean().optional(),
      members: z.array(id).optional(),
      bot: membership.optional(),
    }),
  }),
  z.strictObject({ type: z.literal('add-topic'), chat: id, name: z.string().min(1).max(128) }),
  z.strictObject({ type: z.literal('set-bot'), chat: id, bot: membership }),
  z.strictObject({ type: z.literal('block'), user: id, blocked: z.boolean() }),
  z.strictObject({ type: z.literal('migrate'), chat: id }),
  z.strictObject({
    type: z.literal('settings'),
    settings: z.strictObject({
      canReadAllGroupMessages: z.boolean().optional(),
      mentionsPassPrivacy: z.boolean().optional(),
      inlineQueries: z.boolean().optional(),
      inlineFeedback: z.boolean().optional(),
      guestQueries: z.boolean().optional(),
      canJoinGroups: z.boolean().optional(),
    }),
  }),
]);

/** The emoji that can be put on messages, as the Bot API lists them. */
function reactionEmoji(): string[] {
  const { fields } = namedType('ReactionTypeEmoji') as Extract<NamedType, { fields: unknown }>;
  const [type] = fields.emoji ?? [];
  return typeof type === 'object' && 'oneOf' in type ? type.oneOf.map(String) : [];
}

/**
 * Checks what a page sent, which is input like any other.
 * @throws PlaygroundError that names every fault
 */
export function checkUserAction(json: unknown): UserAction {
  const { success, data, error } = userActionSchema.safeParse(json);
  if (!success) throw new PlaygroundError(z.prettifyError(error));
  // zod gives absent fields the type `undefined`; JSON has no such value, so what is here is an action as written.
  return data as UserAction;
}
