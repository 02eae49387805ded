import type { Message } from '@grammyjs/types';
import type { Attachment } from '../people.js';

let made = 0;

/** What a message with an attachment carries: ids that look like real ones, and the least that each kind states. */
export function attached(kind: Attachment): Partial<Message> {
  made += 1;
  const file = { file_id: `AgACAgQAAxk${kind}${made}`, file_unique_id: `AQAD${kind}${made}` };
  switch (kind) {
    case 'photo':
      return { photo: [{ ...file, width: 640, height: 480 }] };
    case 'document':
      return {
        document: { ...file, file_name: 'document.pdf', mime_type: 'application/pdf', file_size: 1_024 },
      };
    case 'voice':
      return { voice: { ...file, duration: 3, mime_type: 'audio/ogg' } };
    case 'sticker':
      return {
        sticker: {
          ...file,
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
