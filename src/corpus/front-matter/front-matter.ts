import type { Range } from '../../language/range.js';
import type { ArticleFacts } from '../article.js';
import { headBlock } from './block.js';
import { FIELD_OF_NAME, type Field } from './names.js';
import { type Values, valuesOf } from './values.js';

/** What a file states about all its articles, in a block at its head. */
export interface FrontMatter {
  readonly facts: ArticleFacts;
  /** Of the file. An article with a headline of its own keeps that. */
  readonly title?: string;
  /** `page`: each headline begins an article. `document`: the file is one. Absent where the file does not say. */
  readonly layout?: 'page' | 'document';
  /** Whether its author holds it back. */
  readonly draft: boolean;
  /** The block with its marks, UTF-16 units; empty where there is none. */
  readonly range: Range;
  /** The names that fields were found under, where these are others than their own. */
  readonly names: Readonly<Record<string, string>>;
}

const NONE: FrontMatter = { facts: {}, draft: false, range: { start: 0, end: 0 }, names: {} };
const FACTS = ['publication', 'page', 'author'] as const;
const ABSOLUTE = /^https?:\/\/\S+$/iu;
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,3}$/iu;
const BETWEEN_AUTHORS = '、';

/**
 * Reads the front matter of a text or Markdown file: YAML, TOML or JSON. Names that mean nothing here are passed over; a
 * block that is none of these is text.
 */
export function readFrontMatter(text: string): FrontMatter {
  const block = headBlock(text);
  const values = block && valuesOf(block);
  if (!values) return NONE;
  const fields = fieldsOf(values);
  const title = fields.one('title');
  const layout = fields.one('layout')?.toLowerCase();
  return {
    facts: factsOf(fields),
    ...(title !== undefined && { title }),
    ...((layout === 'page' || layout === 'document') && { layout }),
    draft: isTrue(fields.one('draft')) || isFalse(fields.one('published')),
    range: block.range,
    names: fields.names,
  };
}

interface Fields {
  /** The value that a field has, or the first of several. */
  one(field: Field): string | undefined;
  all(field: Field): readonly string[];
  readonly names: Readonly<Record<string, string>>;
}

/** The values by field. Where several names of one are given, their values follow one another, each once. */
function fieldsOf(values: Values): Fields {
  const found = new Map<Field, string[]>();
  const names: Record<string, string> = {};
  for (const [name, value] of values) {
    const field = FIELD_OF_NAME.get(name);
    const texts = field === undefined ? [] : textsOf(value).filter((text) => !isSwitch(field, text));
    if (field === undefined || texts.length === 0) continue;
    if (name !== field) names[field] ??= name;
    found.set(field, [...new Set([...(found.get(field) ?? []), ...texts])]);
  }
  const all = (field: Field) => found.get(field) ?? [];
  return { all, one: (field) => all(field)[0], names };
}

function factsOf(fields: Fields): ArticleFacts {
  const facts: Partial<Record<keyof ArticleFacts, string>> = {};
  for (const name of FACTS) {
    const stated = fields.all(name);
    if (stated.length > 0) facts[name] = name === 'author' ? stated.join(BETWEEN_AUTHORS) : stated[0]!;
  }
  const date = fields.one('date') ?? dateIn(fields.one('published')) ?? fields.one('updated');
  const url = fields.all('url').find((address) => ABSOLUTE.test(address));
  const language = fields.one('language');
  if (date !== undefined) facts.date = date;
  if (url !== undefined) facts.url = url;
  if (language !== undefined && LANGUAGE.test(language)) facts.language = language;
  return facts;
}

/** Whether a value turns something on or off where a date may stand: `lastUpdated: true` has pages show when they were changed. */
function isSwitch(field: Field, value: string): boolean {
  return (field === 'date' || field === 'updated') && (isTrue(value) || isFalse(value));
}

/** The texts of a value: itself, the members of a list, the `name` of a person. */
function textsOf(value: unknown): readonly string[] {
  const members: readonly unknown[] = Array.isArray(value) ? value : [value];
  return members.map(textOf).filter((text) => text !== '');
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object' && value !== null) return 'name' in value ? scalar(value.name) : '';
  return scalar(value);
}

function scalar(value: unknown): string {
  if (typeof value === 'string') return value.replace(/\s+/gu, ' ').trim();
  return ['number', 'bigint', 'boolean'].includes(typeof value) ? String(value) : '';
}

/** `published` says when as well as whether. */
function dateIn(published: string | undefined): string | undefined {
  return published !== undefined && /\d/u.test(published) ? published : undefined;
}

function isTrue(value: string | undefined): boolean {
  return /^(?:true|yes|on|是)$/iu.test(value ?? '');
}

function isFalse(value: string | undefined): boolean {
  return /^(?:false|no|off|否)$/iu.test(value ?? '');
}
