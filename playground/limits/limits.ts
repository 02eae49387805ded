/**
 * Telegram's limits that the types of the Bot API do not tell, each with where it is stated: the Bot API's
 * documentation, the source of the Bot API server (tdlib/telegram-bot-api) or that of TDLib.
 */

// Texts.
/** UTF-16 units of a message (Bot API, sendMessage: "1-4096 characters after entities parsing"). */
export const LONGEST_MESSAGE = 4_096;
/** UTF-16 units of a caption, and of a quote (Bot API, sendDocument and ReplyParameters). */
export const LONGEST_CAPTION = 1_024;
/** Bytes of UTF-8; a longer text is refused before it is looked at (Bot API server, get_formatted_text). */
export const MOST_TEXT_BYTES = 2 ** 15;
/** Entities of a message; further ones are dropped without a word (TDLib, MAX_USER_ENTITY_COUNT). */
export const MOST_ENTITIES = 100;
/** Of an entity's offset and length, before the text is looked at (TDLib, fix_formatted_text). */
export const LARGEST_OFFSET = 1_000_000;

// Keyboards and callback queries.
/** Bytes of `callback_data` (Bot API, InlineKeyboardButton). */
export const MOST_CALLBACK_DATA_BYTES = 64;
/** UTF-16 units of `copy_text` (Bot API, CopyTextButton: "1-256 characters"). */
export const LONGEST_COPY_TEXT = 256;
/** Buttons of one message; users report it, no document states it. */
export const MOST_BUTTONS = 100;
/** UTF-16 units of what stands in the empty field of a forced reply (Bot API, ForceReply: "1-64 characters"). */
export const LONGEST_PLACEHOLDER = 64;
/** Seconds for which a pressed button allows a message that one person sees (Bot API, "Ephemeral Messages and Commands"). */
export const EPHEMERAL_TRIGGER_S = 15;
/** UTF-16 units (Bot API, answerCallbackQuery: "0-200 characters"). */
export const LONGEST_CALLBACK_ANSWER = 200;

// Inline mode.
/** UTF-16 units of a query; a longer one is cut (Bot API, InlineQuery.query). */
export const LONGEST_INLINE_QUERY = 256;
/** Bot API, answerInlineQuery: "No more than 50 results per query are allowed". */
export const MOST_INLINE_RESULTS = 50;
/** Bytes of a result's id (Bot API, InlineQueryResult: "1-64 Bytes") and of the next offset. */
export const MOST_INLINE_ID_BYTES = 64;
/** Seconds for which inline results are kept: the default, and the most (Bot API server, answerInlineQuery). */
export const DEFAULT_CACHE_TIME_S = 300;
export const LONGEST_CACHE_TIME_S = 86_400;

// Deep links.
/** Payload of a deep link and of a results button (Bot API, InlineQueryResultsButton and "Deep linking"). */
export const START_PARAMETER = /^[A-Za-z0-9_-]{1,64}$/;

// The bot's profile, in characters as TDLib counts them: code points.
/** Bot API, setMyCommands: "At most 100 commands can be specified". */
export const MOST_COMMANDS = 100;
/** Bot API, BotCommand; TDLib, set_commands. */
export const LONGEST_COMMAND = 32;
export const LONGEST_COMMAND_DESCRIPTION = 256;
/** Bot API, setMyName, setMyDescription and setMyShortDescription. */
export const LONGEST_PROFILE_TEXT = { name: 64, description: 512, short_description: 120 } as const;

// Messages.
/** Bot API, deleteMessages: "1-100 message identifiers". */
export const MOST_DELETED = 100;
/** Age in seconds beyond which a message cannot be deleted (Bot API, deleteMessage: 48 hours). */
export const DELETABLE_S = 48 * 3_600;

/** Reactions of one person to one message (client configuration, reactions_user_max_default and reactions_user_max_premium). */
export const MOST_REACTIONS = { everybody: 1, premium: 3 } as const;

// Files, in bytes.
/** Bot API, "Sending files". */
export const LARGEST_UPLOAD = 50 * 1_024 * 1_024;
/** Bot API, sendPhoto; the second are pixels of width and height together. */
export const LARGEST_PHOTO = 10 * 1_024 * 1_024;
export const LONGEST_PHOTO_SIDES = 10_000;
/** Bot API, getFile. */
export const LARGEST_DOWNLOAD = 20 * 1_024 * 1_024;

// Updates.
/** Bounds of getUpdates (Bot API server, process_get_updates_query). */
export const MOST_UPDATES = 100;
export const LONGEST_POLL_S = 50;
/**
 * Milliseconds since the last poll from the same offset within which a poll brings one update only, and within which it is
 * held for so long where there is none (Bot API server, process_get_updates_query).
 */
export const SAME_OFFSET_ONE_MS = 500;
export const SAME_OFFSET_WAIT_MS = 3_000;
/** Milliseconds after which an update that the bot has not fetched is dropped (Bot API, "Getting updates"). */
export const UPDATE_KEPT_MS = 24 * 3_600_000;
/** The same for those that are of no use later (Bot API server, add_update). */
export const CALLBACK_QUERY_KEPT_MS = 150_000;
export const INLINE_QUERY_KEPT_MS = 30_000;
export const CHOSEN_RESULT_KEPT_MS = 600_000;
/** As inline queries; no document states a time. */
export const GUEST_MESSAGE_KEPT_MS = 30_000;

// Webhooks.
/** Bot API, setWebhook; absent from an address: the protocol's own. */
export const WEBHOOK_PORTS: ReadonlySet<string> = new Set(['', '80', '88', '443', '8443']);
/** Bot API, setWebhook: "1-256 characters. Only characters A-Z, a-z, 0-9, _ and - are allowed". */
export const LONGEST_SECRET = 256;
/** Simultaneous connections: the default, and the most (Bot API, setWebhook). */
export const DEFAULT_CONNECTIONS = 40;
export const MOST_CONNECTIONS = 100;
/** Longest wait for an answer, and longest pause between tries, in milliseconds (Bot API server, WebhookActor). */
export const WEBHOOK_ANSWER_MS = 60_000;
export const LONGEST_WEBHOOK_PAUSE_MS = 60_000;
