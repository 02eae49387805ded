import { h, uniqueId } from '../ui/dom.js';
import { arrange } from './entities.js';
import { languageOf } from './language.js';
import { destinationOf } from './links.js';

/** @import { MessageEntity } from '@grammyjs/types' */
/** @import { Context } from '../state/context.js' */
/** @import { TextNode } from './entities.js' */

/** Entities that are shown by an element of their own and do nothing. */
const ELEMENTS = /** @type {const} */ ({
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'pre',
});

/**
 * A text as Telegram shows it.
 * @param {string} text
 * @param {readonly MessageEntity[]} entities offsets in UTF-16 units
 * @param {Context} context
 */
export function richText(text, entities, context) {
  const nodes = arrange(text, entities);
  const elements = nodes.map((node, index) => {
    const previous = nodes[index - 1];
    // A block ends its line by itself; the line break after it would leave an empty one.
    if (typeof node === 'string' && isBlock(previous)) return node.replace(/^\n/, '');
    return draw(node, context);
  });
  return h('div', { class: 'rich-text', lang: languageOf(text) }, ...elements);
}

/** @param {TextNode} node @param {Context} context @returns {Node | string} */
function draw(node, context) {
  if (typeof node === 'string') return node;
  const { entity } = node;
  const children = node.children.map((child) => draw(child, context));
  switch (entity.type) {
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strikethrough':
    case 'code':
    case 'pre':
      return h(ELEMENTS[entity.type], {}, ...children);
    case 'blockquote':
      return h('blockquote', {}, ...children);
    case 'expandable_blockquote':
      return expandable(children, context);
    case 'spoiler':
      return spoiler(children);
    case 'text_link':
      return link(entity.url, children, context);
    case 'url':
      return link(plain(node), children, context);
    case 'email':
      return link(`mailto:${plain(node)}`, children, context);
    case 'phone_number':
      return link(`tel:${plain(node)}`, children, context);
    case 'mention':
    case 'text_mention':
    case 'hashtag':
    case 'cashtag':
    case 'bot_command':
      return h('span', { class: 'tag' }, ...children);
    default:
      return h('span', {}, ...children);
  }
}

/** @param {string} address @param {(Node | string)[]} children @param {Context} context */
function link(address, children, { store, start }) {
  const destination = destinationOf(address, store.bot.username);
  if (!destination) return h('span', {}, ...children);
  if (destination.kind === 'web') {
    return h(
      'a',
      { href: destination.url, target: '_blank', rel: 'noopener noreferrer', 'data-focus': address },
      ...children,
    );
  }
  const open = (/** @type {Event} */ event) => {
    event.preventDefault();
    start(destination.payload);
  };
  return h('a', { href: address, 'data-focus': address, on: { click: open } }, ...children);
}

/** A quotation that folds up after a few lines; the button appears only where something is folded away. */
function expandable(/** @type {(Node | string)[]} */ children, /** @type {Context} */ { labels }) {
  const id = uniqueId('quotation');
  const quotation = h('div', { class: 'folding', id }, ...children);
  const button = h('button', {
    type: 'button',
    class: 'unfold',
    'aria-expanded': 'false',
    'aria-controls': id,
    'data-focus': 'unfold',
    on: { click: () => setUnfolded(block.dataset.unfolded === undefined) },
  });
  const block = h('blockquote', { class: 'expandable' }, quotation, button);
  const setUnfolded = (/** @type {boolean} */ unfolded) => {
    block.toggleAttribute('data-unfolded', unfolded);
    button.setAttribute('aria-expanded', String(unfolded));
    button.textContent = unfolded ? labels.collapse : labels.expand;
  };
  setUnfolded(false);
  new ResizeObserver(() => {
    const fits = block.dataset.unfolded === undefined && quotation.scrollHeight <= quotation.clientHeight + 1;
    button.hidden = fits;
  }).observe(quotation);
  return block;
}

/** Text that is hidden until it is pressed. */
function spoiler(/** @type {(Node | string)[]} */ children) {
  const button = h('button', { type: 'button', class: 'spoiler', 'data-focus': 'spoiler' }, ...children);
  button.addEventListener('click', () => button.classList.add('shown'), { once: true });
  return button;
}

/** @param {TextNode | undefined} node */
function isBlock(node) {
  if (typeof node !== 'object') return false;
  return ['blockquote', 'expandable_blockquote', 'pre'].includes(node.entity.type);
}

/** @param {TextNode} node @returns {string} */
function plain(node) {
  return typeof node === 'string' ? node : node.children.map(plain).join('');
}
