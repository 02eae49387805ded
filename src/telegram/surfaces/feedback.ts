import { Composer } from 'grammy';
import type { Message, ReactionType } from 'grammy/types';
import { threadOf } from '../calls/send.js';
import { type BotContext, meOf } from '../context.js';
import type { Asked, JudgementKind } from '../feedback/judgement.js';
import type { Judgements } from '../feedback/judgements.js';
import { readingLink, type WantedReading, wantedReading } from '../feedback/reading-link.js';
import { exchangeOf, type ShownAnswer, type ShownAnswers } from '../feedback/shown-answers.js';
import { concat, type FormattedText, link } from '../rendering/formatted-text.js';
import { MESSAGE_UNITS, seal } from '../rendering/sendable.js';
import { decodeToldData, type JudgeData } from '../rendering/told-data.js';
import type { Services } from '../replies/services.js';
import { title } from '../wording/cited-facts.js';
import { textOf } from './message-text.js';
import { wholeQuestion } from './question.js';

/** Longest clipping made of a passage to find what was shown as the answer, in UTF-16 units. */
const CHARS = 120;

/** What feedback goes to. */
export interface FeedbackOptions {
  readonly judgements: Judgements;
  readonly shown: ShownAnswers;
  /** Whether what was asked is kept with a judgement, so that it can be asked again by `npm run eval`. */
  readonly keepQuestions: boolean;
}

/** What people think of answers: by the buttons under them, by 👍 and 👎, and by the right reading of a misprint. */
export function feedback(services: Services, options: FeedbackOptions): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on('callback_query:data', async (ctx, next) => {
    const data = decodeToldData(ctx.callbackQuery.data);
    if (!data || !('judge' in data)) return next();
    await ctx.answerCallbackQuery({ text: await onTap(data, ctx, services, options) });
  });
  composer.on('message_reaction', (ctx) => onReaction(ctx, services, options));
  composer.on('message').filter(
    ({ message, me }) => wantedIn(message, me.id) !== undefined,
    (ctx) => onReading(ctx, services, options),
  );
  return composer;
}

async function onTap(
  { judge, id }: JudgeData,
  ctx: BotContext,
  services: Services,
  options: FeedbackOptions,
): Promise<string> {
  const { told, questionGone } = ctx.locale;
  const { message, from } = ctx.callbackQuery ?? {};
  if (!message || !from || message.message_id === 0) return questionGone;
  // Too old a message arrives without its content, and a date of 0.
  const exchange = message.date !== 0 ? exchangeOf(message as Message) : undefined;
  const judging = { chat: message.chat.id, message: message.message_id, person: from.id };
  const details = await askedOf({ passage: id, exchange }, ctx, services, options);
  const outcome = options.judgements.note(judging, { judgement: judge, passage: id, ...details });
  if (outcome === 'too-many') return told.judgedEnough;
  if (judge === 'typo') await askReading({ passage: id, message: message.message_id }, ctx, services);
  return told.judged;
}

/** Reactions tell the same as the buttons; without the message, so that of old ones it is not known what they are on. */
async function onReaction(ctx: BotContext, services: Services, options: FeedbackOptions): Promise<void> {
  const { messageReaction: reaction } = ctx;
  const person = reaction?.user?.id ?? reaction?.actor_chat?.id;
  if (!reaction || person === undefined) return;
  const { chat, message_id: message, old_reaction, new_reaction } = reaction;
  const shown = options.shown.find(chat.id, message);
  if (!shown) return;
  const [before, now] = [judgementIn(old_reaction), judgementIn(new_reaction)];
  if (before === now) return;
  const judging = { chat: chat.id, message, person };
  if (now === undefined) {
    if (before) options.judgements.takeBack(judging, before);
    return;
  }
  const details = await askedOf(shown, ctx, services, options);
  options.judgements.note(judging, { judgement: now, passage: shown.passage, ...details });
}

function judgementIn(reactions: readonly ReactionType[]): JudgementKind | undefined {
  const has = (emoji: string): boolean =>
    reactions.some((one) => one.type === 'emoji' && one.emoji === emoji);
  if (has('👎')) return 'wrong';
  return has('👍') ? 'useful' : undefined;
}

async function onReading(ctx: BotContext, services: Services, options: FeedbackOptions): Promise<void> {
  const { message, me, locale } = ctx;
  const wanted = message && wantedIn(message, me.id);
  if (!message || !wanted) return;
  const reading = textOf(message)?.text;
  const person = message.sender_chat?.id ?? message.from.id;
  const judging = { chat: message.chat.id, message: wanted.message, person };
  const known = options.shown.find(message.chat.id, wanted.message);
  const details = await askedOf(
    { passage: wanted.passage, exchange: known?.exchange },
    ctx,
    services,
    options,
  );
  const told = { judgement: 'typo' as const, passage: wanted.passage, reading, ...details };
  const outcome = options.judgements.note(judging, told);
  const text = outcome === 'noted' ? locale.told.readingNoted : locale.told.judgedEnough;
  await ctx.api.sendMessage(message.chat.id, text, {
    ...threadOf(ctx),
    reply_parameters: { message_id: message.message_id, allow_sending_without_reply: true },
  });
}

/** What a message tells the right reading of: a reply with words to the message that asked for it. */
function wantedIn(message: Message, me: number): WantedReading | undefined {
  const { reply_to_message: original } = message;
  return original?.from?.id === me && textOf(message) ? wantedReading(original) : undefined;
}

async function askReading(wanted: WantedReading, ctx: BotContext, services: Services): Promise<void> {
  const { told } = ctx.locale;
  const context = await services.answerer.context(wanted.passage, MESSAGE_UNITS);
  const name = title(context?.citation.title ?? '');
  const address = readingLink(services.username, wanted);
  const text = concat(...addressee(ctx), link(address, name), '\n', told.askReading);
  const message = seal(text);
  await ctx.api.sendMessage(ctx.chatId as number, message.text, {
    entities: message.entities,
    link_preview_options: { is_disabled: true },
    ...threadOf(ctx),
    reply_parameters: { message_id: wanted.message, allow_sending_without_reply: true },
    reply_markup: { force_reply: true, selective: true, input_field_placeholder: told.readingField },
  });
}

/** In a group the one who tapped is named, whom alone the field opens for. */
function addressee({ chat, from }: BotContext): FormattedText[] {
  if (!from || chat?.type === 'private') return [];
  const name = from.first_name;
  const user = { id: from.id, is_bot: from.is_bot, first_name: name };
  return [
    concat({ text: name, entities: [{ type: 'text_mention', offset: 0, length: name.length, user }] }, ' '),
  ];
}

/** What was asked and shown, where that is kept and still known. */
async function askedOf(
  { passage, exchange }: ShownAnswer,
  ctx: BotContext,
  { answerer }: Services,
  { keepQuestions }: FeedbackOptions,
): Promise<{ readonly asked?: Asked }> {
  if (!keepQuestions || !exchange) return {};
  const question = wholeQuestion(exchange.asked, exchange.answer, meOf(ctx));
  const context = await answerer.context(passage, MESSAGE_UNITS);
  if (question === '' || !context) return {};
  const text = context.text.slice(context.passage.start, context.passage.end);
  const { results } = await answerer.answer({ text: question }, { chars: CHARS, top: 5 });
  const clipping = results.find(({ citation }) => citation.id === passage);
  const stretch = clipping?.answer;
  const shown = stretch ? clipping.excerpt.slice(stretch.start, stretch.end) : clipping?.excerpt;
  return { asked: { question, title: context.citation.title, text, answer: longestFragment(shown ?? text) } };
}

/** An excerpt is verbatim between its omissions. */
function longestFragment(excerpt: string): string {
  const fragments = excerpt.split('…').map((fragment) => fragment.trim());
  return fragments.reduce((longest, one) => (one.length > longest.length ? one : longest), '');
}
