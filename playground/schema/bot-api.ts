import { readFileSync } from 'node:fs';

/**
 * The type of a parameter or field: a primitive, a file (`InputFile` in grammY), a choice of values, an array, several
 * variants, or a named type of the table.
 */
export type TypeNode =
  | 'string'
  | 'number'
  | 'boolean'
  | 'file'
  | { readonly oneOf: readonly (string | number | boolean)[] }
  | { readonly array: TypeNode }
  | { readonly anyOf: readonly TypeNode[] }
  | { readonly type: string };

/** A field's type; with `?` it may be absent. */
export type FieldNode = readonly [type: TypeNode, optional?: '?'];

/** The fields of an object, or the parameters of a method, by name. */
export type Fields = Readonly<Record<string, FieldNode>>;

/** What a name stands for: an object, or another node. */
export type NamedType = { readonly fields: Fields } | Exclude<TypeNode, string | { readonly type: string }>;

/** The Bot API as @grammyjs/types states it; made by derive-bot-api.mjs. */
export interface BotApi {
  /** By method name, as the Bot API spells it. */
  readonly methods: Readonly<Record<string, Fields>>;
  readonly types: Readonly<Record<string, NamedType>>;
}

/** The table, read once. */
export const botApi: BotApi = JSON.parse(readFileSync(new URL('./bot-api.json', import.meta.url), 'utf8'));

/** Looks a type up by its name. The table is whole: a name that is missing is a fault of its maker. */
export function namedType(name: string): NamedType {
  const type = botApi.types[name];
  if (!type) throw new Error(`The table of the Bot API names a type that it does not hold: ${name}`);
  return type;
}
