/** A document has no place for figures that belong into it. */
export class MissingBlockError extends Error {
  override readonly name = 'MissingBlockError';
  readonly exitCode = 1;

  constructor(block: string) {
    super(
      `A document lacks the block "${block}": <!-- ${block}: … --> and, on a line below, <!-- end of ${block} -->.`,
    );
  }
}

/**
 * A document with other contents between `<!-- NAME: … -->` and `<!-- end of NAME -->`.
 * @param blocks contents by name
 * @throws MissingBlockError
 */
export function withBlocks(document: string, blocks: Readonly<Record<string, string>>): string {
  let text = document;
  for (const [name, content] of Object.entries(blocks)) {
    const block = new RegExp(`(<!-- ${name}: .*? -->\\n)[\\s\\S]*?(<!-- end of ${name} -->)`);
    if (!block.test(text)) throw new MissingBlockError(name);
    text = text.replace(block, (_, begin: string, end: string) => `${begin}\n${content.trimEnd()}\n\n${end}`);
  }
  return text;
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/** A number as short as it can be read: two digits that count, three from 100 on. */
export function short(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: value < 100 ? 2 : 3 });
}

/** A share of 1 as a percentage. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
