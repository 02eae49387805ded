import { Upload } from '../api/upload.js';
import { type Fields, type NamedType, namedType, type TypeNode } from './bot-api.js';

/** What is wrong with a value, in the manner of TDLib's JSON reader. */
export interface Problem {
  /** The innermost type of the Bot API that the fault is in; absent for a parameter itself. */
  readonly owner?: string;
  /** The field or parameter whose value is at fault; absent where one is missing or unknown. */
  readonly field?: string;
  readonly text: string;
  /** The value says of itself that it is something else. */
  readonly otherKind?: true;
}

/** A value held against a type: as the method gets it, with what is wrong with it. */
export interface Validation {
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

/** Finds the upload that `attach://name` stands for. */
export type FindUpload = (name: string) => Upload | undefined;

const ATTACHED = 'attach://';
const NAMES: Readonly<Record<string, string>> = { string: 'String', number: 'Number', boolean: 'Boolean' };

/**
 * Holds a value against a type. Stricter than Telegram, which takes numbers for strings and leaves unknown fields
 * aside: in a bot under test both are slips.
 * @param name of the field, for the sentences
 */
export function validate(value: unknown, node: TypeNode, name: string, find: FindUpload): Validation {
  if (node === 'file') return validateFile(value, name, find);
  if (typeof node === 'string')
    return typeof value === node ? good(value) : wrongType(value, name, NAMES[node]);
  if ('oneOf' in node) return validateChoice(value, node.oneOf, name);
  if ('array' in node) return validateArray(value, node.array, name, find);
  if ('anyOf' in node) return best(node.anyOf.map((variant) => validate(value, variant, name, find)));
  return validateNamed(value, node.type, name, find);
}

/**
 * Holds an object against its fields: each known, each of its type, none missing.
 * @param owner the object's type; absent for a method's parameters
 */
export function validateFields(given: object, fields: Fields, find: FindUpload, owner?: string): Validation {
  const problems: Problem[] = [];
  const note = (text: string) => problems.push(owner === undefined ? { text } : { owner, text });
  const value: Record<string, unknown> = {};
  const present = Object.entries(given).filter(([, field]) => field !== null && field !== undefined);
  for (const [name, field] of present) {
    const node = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!node) {
      note(`${owner === undefined ? 'Parameter' : 'Field'} "${name}" is unknown`);
      continue;
    }
    const conformed = validate(field, node[0], name, find);
    value[name] = conformed.value;
    problems.push(
      ...conformed.problems.map((problem) => (owner === undefined ? problem : { owner, ...problem })),
    );
  }
  for (const [name, [, optional]] of Object.entries(fields)) {
    if (!optional && !(name in value)) {
      note(owner === undefined ? `Parameter "${name}" is required` : `Can't find field "${name}"`);
    }
  }
  return { value, problems };
}

function validateNamed(value: unknown, type: string, name: string, find: FindUpload): Validation {
  const named = namedType(type);
  if (!('fields' in named)) return underOneName(validate(value, named, name, find), named, type);
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Upload) {
    return wrongType(value, name, 'Object');
  }
  return validateFields(value, named.fields, find, ownerName(type));
}

/** The kinds of a thing are that thing to the Bot API: a fault in a BotCommandScopeChat is one of a BotCommandScope. */
function underOneName({ value, problems }: Validation, named: NamedType, type: string): Validation {
  if (!('anyOf' in named)) return { value, problems };
  const kinds = named.anyOf.flatMap((node) =>
    typeof node === 'object' && 'type' in node ? [ownerName(node.type)] : [],
  );
  const renamed = problems.map((problem) =>
    kinds.includes(problem.owner ?? '') ? { ...problem, owner: type } : problem,
  );
  return { value, problems: renamed };
}

/** `InlineKeyboardButton.UrlButton` is an InlineKeyboardButton to the Bot API. */
const ownerName = (type: string): string => type.split(/[.<]/)[0] ?? type;

function validateArray(value: unknown, node: TypeNode, name: string, find: FindUpload): Validation {
  if (!Array.isArray(value)) return wrongType(value, name, 'Array');
  const items = value.map((item) => validate(item, node, name, find));
  return { value: items.map((item) => item.value), problems: items.flatMap(({ problems }) => problems) };
}

function validateChoice(value: unknown, choices: readonly unknown[], name: string): Validation {
  if (choices.includes(value)) return good(value);
  if (typeof value !== typeof choices[0]) return wrongType(value, name, NAMES[typeof choices[0]]);
  if (name === 'type' || name === 'source') {
    return { value, problems: [{ field: name, text: 'Unsupported type specified', otherKind: true }] };
  }
  const shown = choices.slice(0, 8).map((choice) => JSON.stringify(choice));
  return bad(value, name, `must be one of ${shown.join(', ')}${choices.length > 8 ? ', …' : ''}`);
}

function validateFile(value: unknown, name: string, find: FindUpload): Validation {
  const upload =
    typeof value === 'string' && value.startsWith(ATTACHED) ? find(value.slice(ATTACHED.length)) : value;
  return upload instanceof Upload ? good(upload) : bad(value, name, 'must be uploaded as an InputFile');
}

/** Of several variants the one that fits, a file before the text that names it; else the one that nearly fits. */
function best(candidates: readonly Validation[]): Validation {
  const file = candidates.find(({ value, problems }) => problems.length === 0 && value instanceof Upload);
  const misfit = ({ problems }: Validation) => (problems.some(isOtherKind) ? 1_000 : 0) + problems.length;
  const nearest = candidates.reduce((chosen, other) => (misfit(other) < misfit(chosen) ? other : chosen));
  if (nearest.problems.some(isOtherKind))
    return { ...nearest, problems: nearest.problems.filter(isOtherKind) };
  return file ?? nearest;
}

const isOtherKind = ({ otherKind }: Problem): boolean => otherKind === true;

const good = (value: unknown): Validation => ({ value, problems: [] });
const bad = (value: unknown, field: string, fault: string): Validation => ({
  value,
  problems: [{ field, text: `Field "${field}" ${fault}` }],
});
const wrongType = (value: unknown, name: string, type = 'Object'): Validation =>
  bad(value, name, `must be of type ${type}`);
