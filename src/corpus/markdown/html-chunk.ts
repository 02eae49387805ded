import { draftsOfHtml } from '../html/fragment.js';
import type { MarkdownDraft } from './markdown-draft.js';

/** The blocks of HTML inside Markdown. HTML that is too deep to be read has its tags taken out. */
export function draftsOfHtmlChunk(html: string, line: number): readonly MarkdownDraft[] {
  const reading = draftsOfHtml(html, line);
  if (reading.kind === 'drafts') return reading.drafts;
  return html.split('\n').flatMap((text, i) => {
    const plain = text.replace(/<[^<>]{0,1000}>/gu, '').trim();
    return plain === ''
      ? []
      : { role: 'paragraph' as const, text: plain, lines: [line + i, line + i] as const };
  });
}
