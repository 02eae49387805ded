import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import { BoundedMap } from '../bounded-map.js';
import { send } from '../calls/send.js';
import { type BotContext, meOf } from '../context.js';
import { askingBack, plainReply, type Reply, replyTo } from '../replies/reply.js';
import type { Services } from '../replies/services.js';
import { citingFor } from './citing.js';
import { commandReply } from './commands.js';
import type { EditedAnswers } from './edited.js';
import { commandIn, textOf } from './message-text.js';
import { questionIn } from './question.js';

/** Albums arrive as one message a picture; so many of them are remembered, to be answered once each. */
const ALBUMS = 200;

/** What people send besides text. Whatever else a message may hold is a service message, which wants no reply. */
const MEDIA = [
  'animation',
  'audio',
  'contact',
  'dice',
  'document',
  'location',
  'photo',
  'poll',
  'sticker',
  'story',
  'video',
  'video_note',
  'voice',
] as const;

/** The private chat: any text is a question. */
export function privateChat(services: Services, answers: EditedAnswers): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const chat = composer.chatType('private');
  const albums = new BoundedMap<string, true>(ALBUMS);

  // What was sent through the bot itself is an answer of its own, not a question.
  chat.filter(
    ({ message, me }) => message?.via_bot?.id === me.id,
    async () => {},
  );

  chat.on('message').filter(hasText, async (ctx) => {
    const reply = await privateReply(ctx.message, ctx, citingFor(ctx, services));
    answers.remember(ctx.message, await send(ctx, reply, ctx.message.message_id));
  });

  chat.on('message').filter(isMedia, async (ctx) => {
    const { media_group_id: album } = ctx.message;
    if (album !== undefined && albums.has(album)) return;
    if (album !== undefined) albums.set(album, true);
    await send(ctx, plainReply(ctx.locale.textOnly), ctx.message.message_id);
  });

  chat.on('edited_message', (ctx) =>
    answers.revise(ctx, ctx.editedMessage, () =>
      privateReply(ctx.editedMessage, ctx, citingFor(ctx, services)),
    ),
  );
  return composer;
}

async function privateReply(message: Message, ctx: BotContext, services: Services): Promise<Reply> {
  const content = textOf(message);
  const command = content && commandIn(content);
  if (command && command.name !== 'ask') return commandReply(command, ctx, services);
  const question = questionIn(message, meOf(ctx));
  if (command && question.text === '') return askingBack(ctx.locale.howToAsk(services.username));
  return replyTo(question, services, ctx.locale);
}

function hasText({ message }: { readonly message: Message }): boolean {
  return textOf(message) !== undefined;
}

function isMedia({ message }: { readonly message: Message }): boolean {
  return MEDIA.some((kind) => message[kind] !== undefined);
}
