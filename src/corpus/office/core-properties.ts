import type { ArticleFacts } from '../article.js';
import { textsOf } from '../xml/scan.js';

/** What a document's properties state (`docProps/core.xml`, ECMA-376 part 2, section 11). */
export interface CoreProperties {
  readonly title?: string;
  readonly facts: Pick<ArticleFacts, 'author' | 'date' | 'language'>;
}

/** Names that programs and new computers put for an author; what else they state is theirs too. */
const MADE_BY_PROGRAMS =
  /^(?:admin(?:istrator)?|user|users?\d+|(?:microsoft|windows|office)(?: office)? ?(?:user|用户)?|微软用户|lenovo|hp|dell|asus|pc|python-docx|openpyxl|apache poi|docx4j|un-?named|unknown|作者)$/iu;
/** The day of a time stamp. */
const DAY = /^\d{4}-\d{2}-\d{2}/u;

/** @param xml the file's text; empty where there is none */
export function corePropertiesOf(xml: string): CoreProperties {
  const { title, creator, created, language } = textsOf(xml, ['title', 'creator', 'created', 'language']);
  if (creator !== undefined && MADE_BY_PROGRAMS.test(creator)) return { facts: {} };
  const date = DAY.exec(created ?? '')?.[0];
  return {
    ...(title !== undefined && { title }),
    facts: {
      ...(creator !== undefined && { author: creator }),
      ...(date !== undefined && { date }),
      ...(language !== undefined && { language }),
    },
  };
}
