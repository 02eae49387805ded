import { h } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { attachmentName } from './summary.js';

/** @import { Document, Message, PhotoSize } from '@grammyjs/types' */
/** @import { Context } from '../state/context.js' */

/**
 * What is attached to a message: a picture is shown, a file can be kept, of all else its kind is told.
 * @param {Message} message
 * @param {Context} context
 */
export function attachment(message, context) {
  if (message.text !== undefined) return undefined;
  const largest = message.photo?.at(-1);
  if (largest) return picture(largest, context);
  return message.document ? file(message.document, context) : named(attachmentName(message, context));
}

/** @param {PhotoSize} photo @param {Context} context */
function picture({ file_id, width, height }, { labels }) {
  const address = addressOf(file_id);
  const image = h('img', { src: address, width, height, alt: labels.attachments.photo });
  const link = h(
    'a',
    { class: 'picture', href: address, target: '_blank', rel: 'noopener', 'data-focus': 'picture' },
    image,
  );
  // What people here send as a photo holds no real picture.
  image.addEventListener('error', () => link.replaceWith(named(labels.attachments.photo)), { once: true });
  return link;
}

/** @param {Document} document @param {Context} context */
function file({ file_id, file_name, file_size }, { labels }) {
  const name = file_name ?? labels.attachments.document;
  return h(
    'a',
    { class: 'attachment file', href: addressOf(file_id), download: name, 'data-focus': 'file' },
    icon('file'),
    h('span', { class: 'file-name' }, name),
    file_size !== undefined && h('span', { class: 'file-size' }, sizeOf(file_size)),
  );
}

/** @param {string} name */
function named(name) {
  return h('p', { class: 'attachment' }, icon('file'), name);
}

/** @param {string} fileId */
function addressOf(fileId) {
  return `/playground/files/${encodeURIComponent(fileId)}`;
}

/**
 * A size as people say it.
 * @param {number} bytes
 */
export function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  const [size, unit] = bytes < 1024 ** 2 ? [bytes / 1024, 'KB'] : [bytes / 1024 ** 2, 'MB'];
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`;
}
