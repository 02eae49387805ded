import type { Question } from '../../answering/question.js';
import { FIRST_VIEW, type View } from '../rendering/callback-data.js';
import type { Locale } from '../wording/locale.js';
import { articleMessage } from './article-message.js';
import { pagesOf } from './article-pages.js';
import { asking, passingOn } from './buttons.js';
import { paged } from './checked-answer.js';
import { keyboardOf, type Row } from './keyboard.js';
import type { Reply } from './reply.js';
import type { Services } from './services.js';

/** Which page of which article is to be shown, and where the reader comes from. */
export interface ArticleAsked {
  /** Of a passage of the article. */
  readonly id: string;
  /** Counted from 0; absent: where the passage stands. */
  readonly page?: number | undefined;
  /** What the reader asked; absent where a link led here. */
  readonly question?: Question | undefined;
  readonly view?: View;
}

/** A page of an article, with a way back to the answer from which it was opened; `undefined` when the passage is gone. */
export async function articleReply(
  { id, page, question, view = FIRST_VIEW }: ArticleAsked,
  services: Services,
  locale: Locale,
): Promise<Reply | undefined> {
  const article = await services.answerer.article(id);
  if (!article) return undefined;
  const { pages, opened } = pagesOf(article);
  const number = Math.min(page ?? opened, pages.length - 1);
  const shown = pages[number] ?? { start: 0, end: article.text.length };
  const { clippings } = question ? await paged(question, view, services, locale) : { clippings: [] };
  const clipping = clippings.find(({ clipping }) => clipping.citation.id === id)?.clipping;
  const { buttons } = locale.reading;
  const back = clipping
    ? asking(buttons.back, { show: 'clipping', id, view })
    : asking(buttons.back, { show: 'answer', view });
  const keyboard = keyboardOf({
    pager: pager({ id, number, count: pages.length, view }),
    onward: passingOn(article.citation, question?.text ?? '', services, locale),
    ...(question && { back: [back] }),
  });
  return {
    message: articleMessage({ article, page: shown, clipping }, services, locale),
    ...(keyboard && { keyboard }),
  };
}

/** `‹ 3/7 ›`; the middle leads back to the passage, and past either end is nothing, as in a book. */
function pager(at: {
  readonly id: string;
  readonly number: number;
  readonly count: number;
  readonly view: View;
}): Row {
  const { id, number, count, view } = at;
  if (count < 2) return [];
  const turn = (text: string, page: number) => {
    const isThere = page >= 0 && page < count;
    return asking(isThere ? text : '·', { show: 'article', id, page: isThere ? page : number, view });
  };
  return [
    turn('‹', number - 1),
    asking(`${number + 1}/${count}`, { show: 'article', id, view }),
    turn('›', number + 1),
  ];
}
