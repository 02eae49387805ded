import type { Answer, Citation } from '../../answering/answer.js';
import type { FilterKind } from '../../answering/question.js';
import { type CallbackData, encodeCallbackData, type View } from '../rendering/callback-data.js';
import { plainCitation } from '../rendering/plain-citation.js';
import { shareQuery } from '../rendering/share-query.js';
import type { Locale } from '../wording/locale.js';
import { limitName } from '../wording/reading.js';
import type { Button, Row } from './keyboard.js';
import type { Services } from './services.js';

/** A button that has the message changed. */
export function asking(text: string, data: CallbackData): Button {
  return { text, callback_data: encodeCallbackData(data) };
}

/** `3月 ✕` for each limit that was heeded, `3月 ＋` for each that was taken away; those that left nothing were not heeded anyway. */
export function chips({ filters = [] }: Answer, view: View): Row {
  return filters
    .filter(({ leftNothing }) => !leftNothing)
    .map((filter) => {
      const off = view.without.includes(filter.kind);
      const without = off ? others(view.without, filter.kind) : [...view.without, filter.kind];
      return asking(`${limitName(filter)} ${off ? '＋' : '✕'}`, {
        show: 'answer',
        view: { ...view, without },
      });
    });
}

function others(kinds: readonly FilterKind[], kind: FilterKind): readonly FilterKind[] {
  return kinds.filter((other) => other !== kind);
}

/**
 * Copies the citation; shares the passage into a chat of the reader's choice, where the bot can be asked inline. The choice of
 * a chat is the client's own: messages prepared by a bot (`savePreparedInlineMessage`) are for Mini Apps to share.
 * @param question that it was quoted for; empty where there was none
 */
export function passingOn(citation: Citation, question: string, services: Services, locale: Locale): Row {
  const { buttons } = locale.reading;
  const copy = { text: buttons.copy, copy_text: { text: plainCitation(citation, services, locale) } };
  if (!services.inline) return [copy];
  const chosen = { allow_user_chats: true, allow_group_chats: true, allow_channel_chats: true };
  const query = shareQuery({ id: citation.id, question });
  return [copy, { text: buttons.share, switch_inline_query_chosen_chat: { query, ...chosen } }];
}
