import { createHash, randomBytes } from 'node:crypto';
import type { File } from '@grammyjs/types';

/** A file with what the Bot API says of it. */
export interface StoredFile {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly file_name: string;
  readonly mime_type: string;
  /** Below `/file/bot<token>/`. */
  readonly file_path: string;
  readonly content: Buffer;
}

/** Types that a name tells; Telegram looks at the content too. */
const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  html: 'text/html',
  jpg: 'image/jpeg',
  json: 'application/json',
  md: 'text/markdown',
  oga: 'audio/ogg',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
  webp: 'image/webp',
  zip: 'application/zip',
};

/** The files that were sent, by the bot or by people. */
export class Files {
  readonly #byId = new Map<string, StoredFile>();

  /** @param folder as in Telegram's paths: `documents`, `photos`, … */
  add(fileName: string, content: Buffer, folder = 'documents'): StoredFile {
    const id = randomBytes(30).toString('base64url');
    const extension = /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toLowerCase();
    const file: StoredFile = {
      file_id: `BQACAg${id}`,
      file_unique_id: `AgAD${createHash('sha256').update(content).update(id).digest('base64url').slice(0, 11)}`,
      file_name: fileName,
      mime_type: TYPES[extension ?? ''] ?? 'application/octet-stream',
      file_path: `${folder}/file_${this.#byId.size}${extension ? `.${extension}` : ''}`,
      content,
    };
    this.#byId.set(file.file_id, file);
    return file;
  }

  get(fileId: string): StoredFile | undefined {
    return this.#byId.get(fileId);
  }

  at(path: string): StoredFile | undefined {
    return [...this.#byId.values()].find(({ file_path }) => file_path === path);
  }
}

/** The file as getFile gives it. */
export function fileInfo({ file_id, file_unique_id, file_path, content }: StoredFile): File {
  return { file_id, file_unique_id, file_size: content.length, file_path };
}
