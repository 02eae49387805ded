import type { BlockRole } from '../article.js';

/** A block of a text: its text may have several lines, or be HTML. */
export interface TextBlock {
  readonly role: BlockRole;
  readonly text: string;
}

type Fields = Readonly<Record<string, unknown>>;
/** What a type says of a block: its role; that it holds others, or items; that it is part of a block, or says nothing. */
type Kind = BlockRole | 'holder' | 'list' | 'inline' | 'silent';

/** How editors call the blocks of a text; in lower case, without blanks, `-` and `_`. */
const KINDS: readonly (readonly [kind: Kind, types: string])[] = [
  ['paragraph', 'p para paragraph text block unstyled richtext 段落 正文 文本 文字'],
  ['subhead', 'h1 h2 h3 h4 h5 h6 heading header subheading subhead 标题 小标题'],
  ['item', 'li listitem unorderedlistitem orderedlistitem bulletedlistitem numberedlistitem taskitem'],
  ['quotation', 'quote blockquote pullquote 引用 引文'],
  ['code', 'code codeblock pre'],
  ['caption', 'img image picture photo figure 图 图片 照片'],
  ['holder', 'doc root div section'],
  ['list', 'ul ol list bulletlist orderedlist bulletedlist numberedlist 列表'],
  ['inline', 'span link a strong em mark'],
  ['silent', 'video audio embed iframe hr divider delimiter horizontalrule ad advertisement 视频 音频 广告'],
];
const KIND_OF: ReadonlyMap<string, Kind> = new Map(
  KINDS.flatMap(([kind, types]) => types.split(' ').map((type) => [type, kind] as const)),
);
/** Where a block states its type, its text, and what is in it; the likeliest first. */
const TYPE_NAMES = ['type', '_type', 'tag', '类型'];
const TEXT_NAMES = ['text', 'content', 'value', 'html', 'body', '内容', '文本'];
const CHILDREN_NAMES = ['children', 'content', 'items'];
/** Blocks have no titles: what has one is an article. */
const TITLE = /^(?:title|headline|标题|题目)$/iu;
/** How deep blocks are looked for in others. */
const DEEPEST = 12;

/**
 * The blocks of a text that is written as a list of paragraphs, or of blocks as editors have them; `undefined` for anything else,
 * and where there is no text in them. Pictures count with what stands below them.
 * @param value as it was parsed
 */
export function blocksOf(value: unknown): readonly TextBlock[] | undefined {
  const isTree = Array.isArray(value) || (isFields(value) && kindOf(value) === 'holder');
  const blocks = isTree ? blocksIn(value, 'paragraph', 0) : undefined;
  return blocks?.some(({ role }) => role !== 'caption') ? blocks : undefined;
}

/**
 * @param role of texts that state none
 * @returns `undefined` where there is something that is no block
 */
function blocksIn(value: unknown, role: BlockRole, depth: number): readonly TextBlock[] | undefined {
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ role, text: value }];
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value)) {
    const blocks = value.map((each: unknown) => blocksIn(each, role, depth + 1));
    return blocks.every((each) => each !== undefined) ? blocks.flat() : undefined;
  }
  return isFields(value) ? blocksOfNode(value, role, depth) : undefined;
}

function blocksOfNode(node: Fields, role: BlockRole, depth: number): readonly TextBlock[] | undefined {
  const kind = kindOf(node);
  if (kind === undefined || kind === 'inline' || Object.keys(node).some((name) => TITLE.test(name)))
    return undefined;
  if (kind === 'silent') return [];
  const fields = isFields(node.data) ? node.data : node;
  if (kind === 'caption') return blocksIn(fields.caption ?? '', 'caption', depth);
  const own = kind === 'holder' ? role : kind === 'list' ? 'item' : kind === 'paragraph' ? role : kind;
  const children = CHILDREN_NAMES.map((name) => fields[name]).find(Array.isArray);
  const text = TEXT_NAMES.map((name) => fields[name]).find((each) => typeof each === 'string') ?? '';
  if (!children) return blocksIn(text, own, depth);
  const inline = kind === 'holder' || kind === 'list' ? undefined : inlineText(children, depth);
  return blocksIn(inline ?? children, own, depth + 1);
}

/** The text of parts of a block, which follow each other without a break; `undefined` where one is a block of its own. */
function inlineText(parts: readonly unknown[], depth: number): string | undefined {
  if (depth > DEEPEST) return undefined;
  let text = '';
  for (const part of parts) {
    const own = typeof part === 'string' ? part : isFields(part) ? inlineOf(part, depth) : undefined;
    if (own === undefined) return undefined;
    text += own;
  }
  return text;
}

function inlineOf(node: Fields, depth: number): string | undefined {
  const type = typeOf(node);
  if (type === 'hardbreak' || type === 'br') return '\n';
  if (type !== undefined && type !== 'text' && KIND_OF.get(type) !== 'inline') return undefined;
  if (typeof node.text === 'string') return node.text;
  return Array.isArray(node.children) ? inlineText(node.children, depth + 1) : undefined;
}

function kindOf(node: Fields): Kind | undefined {
  const type = typeOf(node);
  return type === undefined ? undefined : KIND_OF.get(type);
}

function typeOf(node: Fields): string | undefined {
  const type = TYPE_NAMES.map((name) => node[name]).find((each) => typeof each === 'string');
  return type?.toLowerCase().replace(/[\s_-]/g, '');
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
