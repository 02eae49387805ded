import { extname } from 'node:path';
import type { Fault } from './fault.js';

/** Endings of files that hold articles as a rule, though no reader is for them, and what to save such a file as. */
const SAVE_AS: ReadonlyMap<string, string> = new Map([
  ['.doc', '.docx'],
  ['.wps', '.docx'],
  ['.odt', '.docx'],
  ['.rtf', '.docx'],
  ['.xls', '.xlsx'],
  ['.et', '.xlsx'],
  ['.ods', '.xlsx'],
]);

/** What to say of a document that is not read, since to pass it over needs a word; `undefined` for other files. */
export function unreadDocument(source: string): Fault | undefined {
  const better = SAVE_AS.get(extname(source).toLowerCase());
  return better === undefined
    ? undefined
    : {
        problem: { en: 'Files of this kind are not read.', zh: '不支持这种格式的文件。' },
        remedy: { en: `Save it as ${better}.`, zh: `请另存为 ${better}。` },
      };
}
