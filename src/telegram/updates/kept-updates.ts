import { keptFile, onFaultOf } from '../../keeping/kept-files.js';
import type { DeliveryOptions } from './delivery.js';
import type { Intake } from './intake.js';
import { SettledUpdates } from './settled-updates.js';
import { WaitingUpdates } from './waiting-updates.js';

/** What outlasts the process of updates that came in. */
export interface KeptUpdates {
  readonly settled: SettledUpdates;
  readonly waiting: WaitingUpdates;
}

/**
 * Opens what an earlier process has left of a bot's updates.
 * @param dataDir DATA_DIR; `undefined`: nothing is left, nor will be
 * @param bot its id
 */
export async function openKeptUpdates(
  dataDir: string | undefined,
  bot: number,
  log: DeliveryOptions['log'],
): Promise<KeptUpdates> {
  return {
    settled: await SettledUpdates.open(
      keptFile(dataDir, 'settled-updates', bot),
      onFaultOf('settled-updates', log),
    ),
    waiting: await WaitingUpdates.open(keptFile(dataDir, 'waiting-updates', bot), {
      onFault: onFaultOf('waiting-updates', log),
    }),
  };
}

/** Goes on where an earlier process ended: what it has settled is known, and what it still owed is handed in. */
export function resume({ settled, waiting }: KeptUpdates, intake: Intake): void {
  intake.remember(settled.ids());
  for (const update of waiting.all())
    void intake.take(update).settled.then(() => waiting.remove(update.update_id));
}
