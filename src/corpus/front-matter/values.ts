import { parse as parseToml } from 'smol-toml';
import { parseDocument, Scalar, visit } from 'yaml';
import { ENTRY, type HeadBlock, isEntryLine } from './block.js';

/** What stands behind each name of the first level: texts, and lists and objects of them. */
export type Values = ReadonlyMap<string, unknown>;

/** An anchor that is named more often is a trick to fill the memory. */
const MOST_ALIASES = 20;

/** The entries of a block; `undefined` where it is none of its syntax, so that it is text. */
export function valuesOf({ syntax, content }: HeadBlock): Values | undefined {
  if (syntax === 'toml') return entriesOf(() => parseToml(content, { integersAsBigInt: true }));
  if (syntax === 'json') return entriesOf(() => JSON.parse(content));
  return entriesOf(() => parseYaml(content)) ?? plainEntries(content);
}

/** Every scalar stays a text as it is written: `01` and `2024-10` are no numbers. */
function parseYaml(content: string): unknown {
  const written = content.replace(/^([\p{L}_][\p{L}\p{N}_-]*[ \t]*)：[ \t]*/gmu, '$1: ');
  const document = parseDocument(written, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  if (document.errors.length > 0) return undefined;
  visit(document, { Scalar: (_, scalar) => unfold(scalar) });
  return document.toJS({ maxAliasCount: MOST_ALIASES });
}

/** Lines that were folded are put together by a blank, which Chinese has not between its characters. */
function unfold(scalar: Scalar): void {
  const { type, value } = scalar;
  if (type !== Scalar.BLOCK_FOLDED || typeof value !== 'string') return;
  scalar.value = value.replace(/(?<=[\p{Script=Han}，。、；：！？]) (?=[\p{Script=Han}“‘（《])/gu, '');
}

/** @param parse throws, whatever its package throws, for what is not of its syntax */
function entriesOf(parse: () => unknown): Values | undefined {
  let parsed: unknown;
  try {
    parsed = parse();
  } catch {
    return undefined;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
  const entries = Object.entries(parsed).map(([name, value]) => [name.toLowerCase(), value] as const);
  return entries.length > 0 ? new Map(entries) : undefined;
}

/** Lines of `name: value` that are not quite YAML: `title: 大桥: 合龙`, `title: [公告] 停水`. */
function plainEntries(content: string): Values | undefined {
  const values = new Map<string, string>();
  for (const line of content.split('\n')) {
    const entry = ENTRY.exec(line);
    if (entry) values.set(entry[1]!.toLowerCase(), unquote(entry[2]!.trim()));
    else if (!isEntryLine(line, values.size > 0)) return undefined;
  }
  return values.size > 0 ? values : undefined;
}

function unquote(value: string): string {
  return /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;
}
