import type { CallLog } from '../api/call-log.js';
import type { Backend } from '../backend.js';
import { viewOf } from '../store/stored-chat.js';
import type { PlaygroundState } from '../user-api.js';

/** How many of the newest calls a page is shown when it opens. */
const CALLS = 200;

/** Everything that a page needs to draw itself; the events after `seq` bring it up to date. */
export function stateOf(
  backend: Backend,
  calls: CallLog,
  page: Pick<PlaygroundState, 'scene' | 'suggestions'>,
): PlaygroundState {
  return {
    seq: backend.journal.seq,
    bot: backend.me,
    settings: backend.settings,
    users: [...backend.world.users.values()],
    chats: [...backend.world.rooms.values()].map(viewOf),
    commands: backend.profile.commands,
    ...page,
    calls: calls.records.filter(({ method }) => method !== 'getUpdates').slice(-CALLS),
  };
}
