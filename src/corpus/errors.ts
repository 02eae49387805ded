import { type Bilingual, BilingualError, inARow, type Language } from '../language/bilingual.js';
import type { Unreadable } from './article.js';

const WHAT_TO_ADD: Bilingual = {
  en: 'Add a text, Markdown, HTML, Word, PDF or other file that docs/articles.md names, or name another place with --corpus or SEEDS_DIR.',
  zh: '请放入文本、Markdown、HTML、Word、PDF 或 docs/articles.zh-CN.md 列出的其他文件，或用 --corpus 或 SEEDS_DIR 指定别处。',
};

/** The collection's path leads to nothing that can be opened. */
export class MissingCollectionError extends BilingualError {
  override readonly name = 'MissingCollectionError';
  readonly exitCode = 2;

  /**
   * @param path the collection's path as it was asked for
   * @param reason why it cannot be opened, in a clause
   */
  constructor(
    readonly path: string,
    readonly reason: Bilingual,
    options?: ErrorOptions,
  ) {
    super(
      {
        en: `The collection "${path}" cannot be opened: ${reason.en}. ${WHAT_TO_ADD.en}`,
        zh: `打不开放文章的“${path}”：${reason.zh}。${WHAT_TO_ADD.zh}`,
      },
      options,
    );
  }
}

/** The collection was opened, and there is not one article in it. */
export class EmptyCollectionError extends BilingualError {
  override readonly name = 'EmptyCollectionError';
  readonly exitCode = 2;

  /**
   * @param path the collection's path as it was asked for
   * @param unreadable what could not be read there
   */
  constructor(
    readonly path: string,
    readonly unreadable: readonly Unreadable[],
  ) {
    const [first] = unreadable;
    const described = first && describedInBoth(first);
    const reason = described ? { en: ` (${described.en})`, zh: `（${described.zh}）` } : { en: '', zh: '' };
    super({
      en: `The collection "${path}" holds no article${reason.en}. ${WHAT_TO_ADD.en}`,
      zh: `“${path}”里一篇文章也没有${reason.zh}。${WHAT_TO_ADD.zh}`,
    });
  }
}

/** One line: place, problem and remedy. */
export function describeUnreadable(
  { source, line, problem, remedy }: Unreadable,
  language: Language,
): string {
  const said = inARow(language, problem, remedy);
  if (language === 'zh') return `${line === undefined ? source : `${source} 第 ${line} 行`}：${said}`;
  return `${line === undefined ? source : `${source}:${line}`}: ${said}`;
}

/** The same in both languages. */
export function describedInBoth(fault: Unreadable): Bilingual {
  return { en: describeUnreadable(fault, 'en'), zh: describeUnreadable(fault, 'zh') };
}
