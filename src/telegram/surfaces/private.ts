import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import type { Question } from '../../answering/question.js';
import { smallTalkIn } from '../../answering/small-talk.js';
import { BoundedMap } from '../bounded-map.js';
import { send } from '../calls/send.js';
import { type BotContext, meOf } from '../context.js';
import { askingBack, plainReply, type Reply, replyTo } from '../replies/reply.js';
import type { Services } from '../replies/services.js';
import type { RecentThreads } from '../threads/recent-threads.js';
import { citingFor } from './citing.js';
import { commandReply } from './commands.js';
import type { EditedAnswers } from './edited.js';
import { commandIn, textOf } from './message-text.js';
import { repliedQuestion } from './question.js';
import { answerRepliedTo, beforeIn } from './told-before.js';

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
export function privateChat(
  services: Services,
  answers: EditedAnswers,
  threads: RecentThreads,
): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const chat = composer.chatType('private');
  const albums = new BoundedMap<string, true>(ALBUMS);

  // What was sent through the bot itself is an answer of its own, not a question.
  chat.filter(
    ({ message, me }) => message?.via_bot?.id === me.id,
    async () => {},
  );

  chat.on('message').filter(hasText, async (ctx) => {
    const asked = askedIn(ctx.message, ctx, threads);
    const reply = await privateReply(asked, ctx, citingFor(ctx, services));
    const answer = await send(ctx, reply, ctx.message.message_id);
    answers.remember(ctx.message, answer);
    noteAnswer(asked, reply, threads, answer);
  });

  chat.on('message').filter(isMedia, async (ctx) => {
    const { media_group_id: album } = ctx.message;
    if (album !== undefined && albums.has(album)) return;
    if (album !== undefined) albums.set(album, true);
    await send(ctx, plainReply(ctx.locale.textOnly), ctx.message.message_id);
  });

  chat.on('edited_message', (ctx) =>
    answers.revise(ctx, ctx.editedMessage, async () => {
      const asked = askedIn(ctx.editedMessage, ctx, threads);
      const reply = await privateReply(asked, ctx, citingFor(ctx, services));
      noteAnswer(asked, reply, threads);
      return reply;
    }),
  );
  return composer;
}

/** A message with what it asks and what was said before it. */
interface Asked {
  readonly message: Message;
  /** When, in milliseconds. */
  readonly at: number;
  readonly question: Question;
}

/** What the answer that is replied to tells came before; what is remembered of the chat tells more. */
function askedIn(message: Message, ctx: BotContext, threads: RecentThreads): Asked {
  const me = meOf(ctx);
  const question = repliedQuestion(message, me);
  const answer = answerRepliedTo(message, me)?.message_id;
  const remembered = threads.before(message.chat.id, message.message_id, answer);
  const before = remembered || question.before ? { ...remembered, ...question.before } : undefined;
  return { message, at: threads.now(), question: { ...question, ...(before && { before }) } };
}

/** Remembers what was asked and told. Thanks and commands leave the thread as it is. */
function noteAnswer(
  { message, at, question: { text, before } }: Asked,
  { message: told }: Reply,
  threads: RecentThreads,
  answer?: Message,
): void {
  const content = textOf(message);
  const command = content && commandIn(content);
  if ((command && command.name !== 'ask') || smallTalkIn(text) !== 'no') return;
  threads.note(message.chat.id, {
    question: message.message_id,
    ...(answer && { answer: answer.message_id }),
    at,
    text,
    before,
    told: beforeIn(told),
  });
}

async function privateReply(
  { message, question }: Asked,
  ctx: BotContext,
  services: Services,
): Promise<Reply> {
  const content = textOf(message);
  const command = content && commandIn(content);
  if (command && command.name !== 'ask') return commandReply(command, ctx, services);
  if (command && question.text === '') return askingBack(ctx.locale.howToAsk(services.username));
  return replyTo(question, services, ctx.locale);
}

function hasText({ message }: { readonly message: Message }): boolean {
  return textOf(message) !== undefined;
}

function isMedia({ message }: { readonly message: Message }): boolean {
  return MEDIA.some((kind) => message[kind] !== undefined);
}
