import type { Transformer } from 'grammy';

/**
 * Sends again to the supergroup that a group has become. Messages are numbered anew there, so what refers to the
 * old ones goes.
 */
export function followingMigration(): Transformer {
  return async (call, method, payload, signal) => {
    const response = await call(method, payload, signal);
    const moved = response.ok ? undefined : response.parameters?.migrate_to_chat_id;
    if (moved === undefined || !('chat_id' in payload)) return response;
    const { reply_parameters: _, message_thread_id: __, ...rest } = payload as Record<string, unknown>;
    return call(method, { ...rest, chat_id: moved } as unknown as typeof payload, signal);
  };
}
