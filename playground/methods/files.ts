import type { Message } from '@grammyjs/types';
import { type FileParameter, Upload } from '../api/upload.js';
import { ApiError, badRequest } from '../api-error.js';
import type { Backend } from '../backend.js';
import { LARGEST_DOWNLOAD, LARGEST_UPLOAD, LONGEST_CAPTION } from '../limits/limits.js';
import { fileInfo, type StoredFile } from '../store/files.js';
import { formatCaption } from '../text/format-text.js';
import type { Args, Context, Handlers } from './handler.js';
import { send } from './messages.js';

/** Sending documents, and getting files. */
export const fileMethods = {
  sendDocument({ backend }: Context, args: Args<'sendDocument'>) {
    const { file_id, file_unique_id, file_name, mime_type, content } = toSend(backend, args.document);
    const document = { file_id, file_unique_id, file_name, mime_type, file_size: content.length };
    return send(backend, args, { document, ...captionContent(args) }) as Message.DocumentMessage;
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

function captionContent({ caption, caption_entities, parse_mode }: Args<'sendDocument'>): Partial<Message> {
  if (caption === undefined) return {};
  const given = { text: caption, entities: caption_entities, parse_mode };
  const { text, entities } = formatCaption(given, LONGEST_CAPTION, 'message caption is too long');
  if (text === '') return {};
  return { caption: text, ...(entities.length > 0 ? { caption_entities: [...entities] } : {}) };
}
