import type { Api } from 'grammy';
import { type KeptFile, keptFile, onFaultOf } from '../../keeping/kept-files.js';
import type { Access } from '../access.js';
import { type Collections, inPart } from '../collections/routed.js';
import { Judgements } from '../feedback/judgements.js';
import type { Services } from '../replies/services.js';
import { AskingAgain, type Pace } from './asking-again.js';
import { tellingWhenAnswered } from './tell.js';
import { Wishes } from './wishes.js';

/** What chats want to be told, and what people think of answers. */
export interface Told {
  readonly wishes: Wishes;
  readonly judgements: Judgements;
}

/**
 * Opens what is kept of both.
 * @param dataDir the folder; absent: nothing outlasts the process
 */
export async function openTold(dataDir: string | undefined, log: Services['log']): Promise<Told> {
  const kept = (what: KeptFile) => [keptFile(dataDir, what), { onFault: onFaultOf(what, log) }] as const;
  return {
    wishes: await Wishes.open(...kept('alerts')),
    judgements: await Judgements.open(...kept('feedback')),
  };
}

/** What asking again works with. */
export interface AskAgainOptions {
  readonly services: Services;
  readonly api: Api;
  readonly wishes: Wishes;
  readonly access: Access;
  readonly collections?: Collections | undefined;
  readonly pace?: Pace | undefined;
}

/** Asks wishes again when the collection changes, each of its chat's own folder. It has yet to be started. */
export function askingAgain({
  services,
  api,
  wishes,
  access,
  collections,
  pace,
}: AskAgainOptions): AskingAgain {
  const { answerer, log } = services;
  const tell = tellingWhenAnswered({ services, api, wishes, mayAnswer: (chat) => mayBeTold(chat, access) });
  return new AskingAgain(
    wishes,
    (id, wish, added) => inPart(collections?.bindings.of(wish), () => tell(id, wish, added)),
    () => answerer.version,
    (error) => log.error({ err: error }, 'a wish could not be asked again'),
    pace,
  );
}

/** Who asked in a group is not kept, so that a group may be told as long as the bot is in it. */
function mayBeTold(chat: number, { allowed, blocked }: Access): boolean {
  if (blocked.has(chat)) return false;
  return chat < 0 || allowed.size === 0 || allowed.has(chat);
}
