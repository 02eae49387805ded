import type { Message } from '@grammyjs/types';
import { PlaygroundError } from '../playground-error.js';
import type { Files, StoredFile } from '../store/files.js';
import type { Attachment, NewFile, SayOptions } from '../user-api.js';

/** What a message with an attachment carries; its file can be fetched, but holds no real picture or sound. */
export function attached(files: Files, kind: Attachment): Partial<Message> {
  switch (kind) {
    case 'photo':
      return {
        photo: [{ ...ids(files.add('photo.jpg', Buffer.from(kind), 'photos')), width: 640, height: 480 }],
      };
    case 'document':
      return attachedFile(files, { name: 'document.pdf', content: kind });
    case 'voice':
      return { voice: { ...ids(files.add('voice.oga', Buffer.from(kind), 'voice')), duration: 3 } };
    case 'sticker':
      return {
        sticker: {
          ...ids(files.add('sticker.webp', Buffer.from(kind), 'stickers')),
          type: 'regular',
          width: 512,
          height: 512,
          is_animated: false,
          is_video: false,
          emoji: '👍',
        },
      };
  }
}

/** What a message with a document carries. */
export function attachedFile(files: Files, given: NonNullable<SayOptions['file']>): Partial<Message> {
  const file = 'id' in given ? files.get(given.id) : newFile(files, given);
  if (!file) throw new PlaygroundError('There is no such file.');
  return { document: { ...ids(file), file_name: file.file_name, mime_type: file.mime_type } };
}

/** Takes in a file that a person sends; Telegram takes none that is empty. */
export function newFile(files: Files, { name, content }: NewFile): StoredFile {
  if (content.length === 0) throw new PlaygroundError('An empty file cannot be sent.');
  return files.add(name, Buffer.from(content));
}

const ids = ({ file_id, file_unique_id, content }: StoredFile) => ({
  file_id,
  file_unique_id,
  file_size: content.length,
});
