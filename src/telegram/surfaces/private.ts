import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import { send } from '../calls/send.js';
import { type BotContext, meOf } from '../context.js';
import { Recent } from '../recent.js';
import { plainReply, type Reply, replyTo } from '../replies/reply.js';
import type { Desk } from '../replies/services.js';
import { commandReply } from './commands.js';
import type { EditedAnswers } from './edited.js';
import { commandIn, questionIn, saidIn } from './message-text.js';

/** Albums arrive as one message a picture; so many of them are remembered, to be answered once each. */
const ALBUMS = 200;

/** What people send besides words. Whatever else a message may hold is a service message, which wants no reply. */
const WORDLESS = [
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
export function privateChat(desk: Desk, answers: EditedAnswers): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const chat = composer.chatType('private');
  const albums = new Recent<string, true>(ALBUMS);

  // What was sent through the bot itself is an answer of its own, not a question.
  chat.filter(
    ({ message, me }) => message?.via_bot?.id === me.id,
    async () => {},
  );

  chat.on('message').filter(isWorded, async (ctx) => {
    const reply = await privateReply(ctx.message, ctx, desk);
    answers.remember(ctx.message, await send(ctx, reply, ctx.message.message_id));
  });

  chat.on('message').filter(isWordless, async (ctx) => {
    const { media_group_id: album } = ctx.message;
    if (album !== undefined && albums.has(album)) return;
    if (album !== undefined) albums.set(album, true);
    await send(ctx, plainReply(ctx.voice.words.textOnly), ctx.message.message_id);
  });

  chat.on('edited_message', (ctx) =>
    answers.revise(ctx, ctx.editedMessage, () => privateReply(ctx.editedMessage, ctx, desk)),
  );
  return composer;
}

async function privateReply(message: Message, ctx: BotContext, desk: Desk): Promise<Reply> {
  const said = saidIn(message);
  const command = said && commandIn(said);
  if (command && command.name !== 'ask') return commandReply(command, ctx, desk);
  const question = questionIn(message, meOf(ctx));
  if (command && question === '') return plainReply(ctx.voice.words.howToAsk(ctx.voice.username));
  return replyTo(question, desk, ctx.voice);
}

function isWorded({ message }: { readonly message: Message }): boolean {
  return saidIn(message) !== undefined;
}

function isWordless({ message }: { readonly message: Message }): boolean {
  return WORDLESS.some((kind) => message[kind] !== undefined);
}
