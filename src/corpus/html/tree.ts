import type { DefaultTreeAdapterTypes } from 'parse5';

/** The parts of parse5's tree that are used here. */
export type Element = DefaultTreeAdapterTypes.Element;
export type Parent = DefaultTreeAdapterTypes.ParentNode;
export type Text = DefaultTreeAdapterTypes.TextNode;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** What a walk over a tree meets, in the order of the document. */
export type Step =
  | { readonly kind: 'enter' | 'leave'; readonly element: Element }
  | { readonly kind: 'text'; readonly text: Text };

/**
 * Walks a tree without recursion, so that no depth of nesting overflows the stack.
 * @param skip elements that are passed over with all that is in them
 */
export function* walk(root: Parent, skip: (element: Element) => boolean = () => false): Generator<Step> {
  const open: (Node | { readonly leave: Element })[] = isElement(root)
    ? [root]
    : [...root.childNodes].reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    if ('leave' in next) yield { kind: 'leave', element: next.leave };
    else if (isText(next)) yield { kind: 'text', text: next };
    else if (isElement(next) && !skip(next)) {
      yield { kind: 'enter', element: next };
      open.push({ leave: next });
      for (let i = next.childNodes.length - 1; i >= 0; i--) open.push(next.childNodes[i]!);
    }
  }
}

/** The elements of a tree that a test holds for, in the order of the document. */
export function elementsOf(root: Parent, test: (element: Element) => boolean): Element[] {
  return listOf(root).elements.filter(test);
}

/** What is looked for in a tree again and again. */
interface NodeList {
  readonly elements: readonly Element[];
  readonly comments: readonly string[];
}

/** Trees do not change once they are parsed, and walking one takes longer than most tests. */
const lists = new WeakMap<Parent, NodeList>();

/** A tree's elements and comments in the order of the document, the root among them. */
function listOf(root: Parent): NodeList {
  const known = lists.get(root);
  if (known) return known;
  const list = { elements: [] as Element[], comments: [] as string[] };
  const open: (Node | Parent)[] = [root];
  for (let next = open.pop(); next; next = open.pop()) {
    if (isElement(next)) list.elements.push(next);
    else if (isComment(next)) list.comments.push(next.data);
    if ('childNodes' in next)
      for (let i = next.childNodes.length - 1; i >= 0; i--) open.push(next.childNodes[i]!);
  }
  lists.set(root, list);
  return list;
}

/** All text in an element, as it stands in the source. */
export function textOf(element: Element): string {
  let text = '';
  for (const step of walk(element)) if (step.kind === 'text') text += step.text.value;
  return text;
}

/** All text in an element, in one line; `undefined` where there is none. */
export function wordsOf(element: Element | undefined): string | undefined {
  return (element && textOf(element).replace(/\s+/gu, ' ').trim()) || undefined;
}

/** Line of the source in which a text begins, counted from 1; `undefined` where the parser put it there. */
export function lineOf({ sourceCodeLocation }: Text): number | undefined {
  return sourceCodeLocation?.startLine;
}

/** Value of an attribute without white space around it; '' where there is none. */
export function attribute({ attrs }: Element, name: string): string {
  return attrs.find((attr) => attr.name === name)?.value.trim() ?? '';
}

/** Whether an element has a class of that name. */
export function hasClass(element: Element, name: string): boolean {
  return attribute(element, 'class').split(/\s+/u).includes(name);
}

/** Whether an element stands in one that a test holds for. */
export function standsIn({ parentNode }: Element, test: (element: Element) => boolean): boolean {
  for (let at = parentNode; at && isElement(at); at = at.parentNode) if (test(at)) return true;
  return false;
}

/** Whether a node is an element. */
export function isElement(node: Node | Parent): node is Element {
  return 'tagName' in node;
}

function isText(node: Node): node is Text {
  return node.nodeName === '#text';
}

function isComment(node: Node | Parent): node is DefaultTreeAdapterTypes.CommentNode {
  return node.nodeName === '#comment';
}

/** The comments of a document, in its order. */
export function commentsOf(root: Parent): readonly string[] {
  return listOf(root).comments;
}
