import { extname } from 'node:path';

const ENDINGS: ReadonlySet<string> = new Set(['.md', '.markdown']);

/** Whether the name of a file says that it is Markdown; plain text has no marks but bullets and tables. */
export function isMarkdown(source: string): boolean {
  return ENDINGS.has(extname(source).toLowerCase());
}
