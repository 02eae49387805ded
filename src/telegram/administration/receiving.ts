import { extname } from 'node:path';
import type { Logger } from 'pino';
import { inARow } from '../../language/bilingual.js';
import type { BotContext } from '../context.js';
import { plainReply, type Reply } from '../replies/reply.js';
import type { OfficeWords } from '../wording/office.js';
import { shorten } from '../wording/shorten.js';
import { encodeOfficeButton } from './buttons.js';
import { DownloadError, LARGEST_DOWNLOAD } from './download.js';
import { forwardedFile } from './forwarded.js';
import { INBOX, type Inbox, type KeptFile, keyOf } from './inbox.js';
import type { OfficeTools } from './office.js';

const MEGABYTE = 1024 * 1024;
/** Faults of a file that are told. */
const SHOWN = 5;

/** Takes a document that an administrator sent, or a message that was forwarded, into the collection. */
export async function receive(ctx: BotContext, tools: OfficeTools, log: Logger): Promise<Reply> {
  const words = ctx.locale.office;
  const { inbox } = tools.office;
  if (!inbox) return plainReply(words.noInbox);
  try {
    const file = await fileIn(ctx, tools);
    if (file.kind === 'none') return plainReply(file.text);
    const kept = await inbox.keep(file.name, file.content);
    return withFollowButton(await taken(kept, tools, words), ctx, tools);
  } catch (error) {
    log.warn({ err: error }, 'a file that an administrator sent could not be added');
    return plainReply(error instanceof DownloadError ? words.notFetched : words.notStored);
  }
}

type SentFile =
  | { readonly kind: 'file'; readonly name: string; readonly content: Uint8Array }
  /** `text` says why there is none. */
  | { readonly kind: 'none'; readonly text: string };

async function fileIn({ message, api, locale }: BotContext, tools: OfficeTools): Promise<SentFile> {
  const { shelf, calendar } = tools.office;
  const words = locale.office;
  const document = message?.document;
  if (!document) {
    const forwarded = message && forwardedFile(message, calendar.timeZone);
    return forwarded ? { kind: 'file', ...forwarded } : { kind: 'none', text: words.noText };
  }
  const name = document.file_name ?? '';
  const ending = extname(name).toLowerCase();
  if (!shelf.endings.includes(ending)) return { kind: 'none', text: words.notRead(ending, shelf.endings) };
  if ((document.file_size ?? 0) > LARGEST_DOWNLOAD)
    return { kind: 'none', text: words.tooLarge(LARGEST_DOWNLOAD / MEGABYTE) };
  return { kind: 'file', name, content: await tools.download(api, document.file_id) };
}

/** Has the file read, and says what was understood; one of which nothing can be served is not kept. */
async function taken(kept: KeptFile, { office }: OfficeTools, words: OfficeWords): Promise<Reply> {
  const { shelf } = office;
  await shelf.look();
  const name = kept.source.slice(INBOX.length + 1);
  const content = await shelf.contentOf(kept.source);
  if (content) {
    const { dates } = content;
    const span = dates && (dates.first === dates.last ? dates.first : `${dates.first} – ${dates.last}`);
    return plainReply(words.added(name, { ...content, dates: span }, kept.isNewVersion));
  }
  // Whoever reads the files may still do so.
  if (!shelf.isFollowing()) return plainReply(words.addedElsewhere(name));
  const faults = shelf
    .leftOut()
    .filter(({ source }) => source === kept.source || source.startsWith(`${kept.source}/`))
    .map(({ problem, remedy }) => inARow(words.language, problem, remedy));
  await kept.undo();
  await shelf.look();
  return plainReply(words.leftOut(name, faults.slice(0, SHOWN)));
}

/** Below a post of a channel that is not followed yet: a button that has it followed. */
function withFollowButton(reply: Reply, { message, locale }: BotContext, { office }: OfficeTools): Reply {
  const origin = message?.forward_origin;
  if (origin?.type !== 'channel' || office.channels.has(String(origin.chat.id))) return reply;
  const callback_data = encodeOfficeButton({ kind: 'follow', channel: origin.chat.id });
  return {
    ...reply,
    keyboard: { inline_keyboard: [[{ text: locale.office.followButton, callback_data }]] },
  };
}

/** The files of the inbox, with a button that removes each. */
export async function inboxReply(inbox: Inbox | undefined, words: OfficeWords): Promise<Reply> {
  if (!inbox) return plainReply(words.noInbox);
  const files = await inbox.list();
  if (files.length === 0) return plainReply(words.inboxEmpty);
  return { ...plainReply(words.inbox(files.length)), keyboard: { inline_keyboard: removeButtons(files) } };
}

/** Telegram bears 100 buttons; a phone shows some ten. */
const MOST_BUTTONS = 40;
/** UTF-16 units of a button's text. */
const BUTTON_UNITS = 40;

function removeButtons(files: readonly string[]) {
  return files.slice(0, MOST_BUTTONS).map((name) => [
    {
      text: `✕ ${shorten(name, BUTTON_UNITS)}`,
      callback_data: encodeOfficeButton({ kind: 'remove', key: keyOf(name) }),
    },
  ]);
}
