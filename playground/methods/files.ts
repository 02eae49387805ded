import type { Message } from '@grammyjs/types';
import { type FileParameter, Upload } from '../api/upload.js';
import { ApiError, badRequest } from '../api-error.js';
import type { Backend } from '../backend.js';
import {
  LARGEST_DOWNLOAD,
  LARGEST_PHOTO,
  LARGEST_UPLOAD,
  LONGEST_CAPTION,
  LONGEST_PHOTO_SIDES,
} from '../limits/limits.js';
import { fileInfo, type StoredFile } from '../store/files.js';
import { formatCaption } from '../text/format-text.js';
import type { Args, Context, Handlers } from './handler.js';
import { send } from './messages.js';

/** Sending documents and pictures, and getting files. */
export const fileMethods = {
  sendDocument({ backend }: Context, args: Args<'sendDocument'>) {
    const { file_id, file_unique_id, file_name, mime_type, content } = toSend(backend, args.document);
    const document = { file_id, file_unique_id, file_name, mime_type, file_size: content.length };
    return send(backend, args, { document, ...captionContent(args) }) as Message.DocumentMessage;
  },

  sendPhoto({ backend }: Context, args: Args<'sendPhoto'>) {
    const { file_id, file_unique_id, content } = toSend(backend, args.photo);
    if (content.length > LARGEST_PHOTO) throw badRequest('file is too big for a photo');
    const size = pictureSize(content);
    if (!size) throw badRequest('IMAGE_PROCESS_FAILED');
    if (size.width + size.height > LONGEST_PHOTO_SIDES) throw badRequest('PHOTO_INVALID_DIMENSIONS');
    const photo = [{ file_id, file_unique_id, file_size: content.length, ...size }];
    return send(backend, args, { photo, ...captionContent(args) }) as Message.PhotoMessage;
  },

  getFile({ backend }: Context, { file_id }: Args<'getFile'>) {
    const file = backend.files.get(file_id);
    if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable');
    if (file.content.length > LARGEST_DOWNLOAD) throw badRequest('file is too big');
    return fileInfo(file);
  },
} satisfies Handlers;

function toSend({ files }: Backend, given: FileParameter): StoredFile {
  if (given instanceof Upload) {
    if (given.content.length === 0) throw badRequest('file must be non-empty');
    if (given.content.length > LARGEST_UPLOAD) throw new ApiError(413, 'Request Entity Too Large');
    return files.add(given.fileName, given.content);
  }
  // Nothing is fetched from outside: to a bot this is an address that Telegram could not reach.
  if (/^https?:/i.test(given)) throw badRequest('failed to get HTTP URL content');
  const file = files.get(given);
  if (!file) throw badRequest('wrong file identifier/HTTP URL specified');
  return file;
}

/** Width and height of a PNG, which is the one kind of picture that is known here; `undefined` for anything else. */
function pictureSize(content: Buffer): { width: number; height: number } | undefined {
  if (content.length < 24 || content.toString('latin1', 1, 4) !== 'PNG') return undefined;
  return { width: content.readUInt32BE(16), height: content.readUInt32BE(20) };
}

type Captioned = Pick<Args<'sendDocument'>, 'caption' | 'caption_entities' | 'parse_mode'>;

function captionContent({ caption, caption_entities, parse_mode }: Captioned): Partial<Message> {
  if (caption === undefined) return {};
  const given = { text: caption, entities: caption_entities, parse_mode };
  const { text, entities } = formatCaption(given, LONGEST_CAPTION, 'message caption is too long');
  if (text === '') return {};
  return { caption: text, ...(entities.length > 0 ? { caption_entities: [...entities] } : {}) };
}
