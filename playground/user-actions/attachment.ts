import type { Message } from '@grammyjs/types';
import type { Files, StoredFile } from '../store/files.js';
import type { Attachment, SayOptions } from '../user-api.js';

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
export function attachedFile(
  files: Files,
  { name, content }: NonNullable<SayOptions['file']>,
): Partial<Message> {
  const file = files.add(name, Buffer.from(content));
  return { document: { ...ids(file), file_name: file.file_name, mime_type: file.mime_type } };
}

const ids = ({ file_id, file_unique_id, content }: StoredFile) => ({
  file_id,
  file_unique_id,
  file_size: content.length,
});
