import type { CallLog } from '../api/call-log.js';
import type { Backend } from '../backend.js';
import { chatView } from '../store/stored-chat.js';
import type { PlaygroundState } from '../user-api.js';

/** How many of the newest calls a page is shown when it opens. */
const CALLS = 200;

/** Everything that a page needs to draw itself; the events after `seq` bring it up to date. */
export function stateOf(
  backend: Backend,
  calls: CallLog,
  page: Pick<PlaygroundState, 'demo' | 'suggestions'>,
): PlaygroundState {
  return {
    seq: backend.events.seq,
    bot: backend.me,
    settings: backend.settings,
    users: [...backend.store.users.values()],
    chats: [...backend.store.chats.values()].map(chatView),
    commands: backend.profile.commands,
    description: backend.profile.textsOf('description'),
    ...page,
    calls: calls.records.filter(({ method }) => method !== 'getUpdates').slice(-CALLS),
  };
}
