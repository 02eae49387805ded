/** The parts of mammoth's document that are looked at. */
interface DocumentNode {
  readonly type: string;
  readonly value?: string;
  readonly styleName?: string | null;
  readonly alignment?: string | null;
  readonly children?: readonly DocumentNode[];
}

/** A longer centred line is no title; UTF-16 units. */
const LONGEST_TITLE = 60;

/**
 * Gives the first paragraph the style of a title where it is centred and short, as people set titles who know of no styles.
 * Where the document has a title by style, nothing is changed.
 */
export function markCentredTitle(document: DocumentNode): DocumentNode {
  const children = document.children ?? [];
  const first = children.findIndex((node) => node.type !== 'paragraph' || textIn(node).trim() !== '');
  const node = children[first];
  if (node?.type !== 'paragraph' || !isCentred(node) || hasTitle(children)) return document;
  return { ...document, children: children.with(first, { ...node, styleName: 'Title' }) };
}

function isCentred(node: DocumentNode): boolean {
  const text = textIn(node).trim();
  const isHeading = /^(?:heading|title)/iu.test(node.styleName ?? '');
  return (
    node.alignment === 'center' && !isHeading && text.length <= LONGEST_TITLE && !/[。！？]$/u.test(text)
  );
}

function hasTitle(nodes: readonly DocumentNode[]): boolean {
  return nodes.some(({ styleName }) => styleName?.toLowerCase() === 'title');
}

/** The text of a paragraph, without recursion. */
function textIn(node: DocumentNode): string {
  let text = '';
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type === 'text') text += next.value ?? '';
    open.push(...[...(next.children ?? [])].reverse());
  }
  return text;
}
