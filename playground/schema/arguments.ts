import type { Parameters } from '../api/parameters.js';
import { type ApiError, badRequest } from '../api-error.js';
import { type Fields, namedType, type TypeNode } from './bot-api.js';
import { type Problem, validateFields } from './validate.js';

/**
 * The Bot API's own words for a parameter that is missing, in the order in which it looks for them (Client.cpp of
 * tdlib/telegram-bot-api); the rest are "parameter … is required".
 */
const MISSING: Readonly<Record<string, string>> = {
  text: 'message text is empty',
  document: 'there is no document in the request',
  photo: 'there is no photo in the request',
  result: "result isn't specified",
  action: 'wrong parameter action in request',
  file_id: 'file_id not specified',
  chat_id: 'chat_id is empty',
  message_id: 'message identifier is not specified',
  message_ids: 'message identifiers are not specified',
  user_id: 'invalid user_id specified',
};

/** The Bot API's own words for a value that it cannot use. */
const WRONG: Readonly<Record<string, string>> = {
  action: 'wrong parameter action in request',
  inline_keyboard: 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
  language_code: 'invalid language code specified',
  parse_mode: 'unsupported parse_mode',
  user_id: 'invalid user_id specified',
};

/** How the Bot API names types that it cannot read; the rest by their name. */
const SPOKEN: Readonly<Record<string, string>> = {
  InlineKeyboardButton: 'inline keyboard button',
  KeyboardButton: 'keyboard button',
  InlineQueryResult: 'inline query result',
  InlineQueryResultsButton: 'inline query results button',
  MenuButton: 'menu button',
  LinkPreviewOptions: 'link preview options',
  ReplyParameters: 'reply parameters',
};

/**
 * Holds the parameters of a call against those of the method.
 * @returns the arguments in their types, uploads in their places
 * @throws ApiError for the first fault: missing ones first, as the Bot API has it
 */
export function readArguments(parameters: Parameters, fields: Fields): Readonly<Record<string, unknown>> {
  const given: Record<string, unknown> = {};
  for (const [name, value] of parameters.values) {
    const node = Object.hasOwn(fields, name) ? fields[name]?.[0] : undefined;
    given[name] = parameters.textual && node ? fromText(String(value), node, name) : value;
  }
  for (const [name, upload] of parameters.files) if (Object.hasOwn(fields, name)) given[name] ??= upload;
  const { value, problems } = validateFields(given, fields, (name) => parameters.files.get(name));
  const missing = Object.keys(MISSING).find(
    (name) => name in fields && !fields[name]?.[1] && isEmpty(given[name]),
  );
  if (missing !== undefined) throw badRequest(MISSING[missing] ?? '');
  const [problem] = problems;
  if (problem) throw errorOf(problem);
  return value as Record<string, unknown>;
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** Reads what stands as text in a query or form: numbers, booleans and JSON, where the parameter is no text. */
function fromText(text: string, node: TypeNode, name: string): unknown {
  if (takes(node, (one) => one === 'string' || one === 'file')) return text;
  if (takes(node, (one) => one === 'boolean')) return /^(true|yes|1)$/i.test(text.trim());
  if (takes(node, (one) => one === 'number'))
    return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text;
  if (takes(node, (one) => typeof one === 'object' && 'oneOf' in one)) return text;
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`can't parse ${name.replaceAll('_', ' ')} JSON object`);
  }
}

function takes(node: TypeNode, fits: (node: TypeNode) => boolean): boolean {
  if (typeof node === 'object' && 'anyOf' in node) return node.anyOf.some((variant) => takes(variant, fits));
  if (typeof node === 'object' && 'type' in node) {
    const named = namedType(node.type);
    return !('fields' in named) && takes(named, fits);
  }
  return fits(node);
}

function errorOf({ owner, field, text }: Problem): ApiError {
  const known = field === undefined ? undefined : WRONG[field];
  if (known !== undefined) return badRequest(known);
  if (owner === undefined) return badRequest(text.charAt(0).toLowerCase() + text.slice(1));
  const bare = owner === 'InlineKeyboardButton' && field === undefined && !text.includes('"text"');
  const fault =
    bare && text.startsWith("Can't find") ? 'Text buttons are unallowed in the inline keyboard' : text;
  return badRequest(`can't parse ${SPOKEN[owner] ?? owner}: ${fault}`);
}
