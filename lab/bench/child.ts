/** The process that one system is measured in. It is sent an `Order` and sends `Report`s back. */
import { measure } from './measure.js';
import type { Order, Report } from './system.js';
import { KNOWN_SYSTEMS } from './systems/systems.js';

/** Share of the work between two reports of progress. */
const STEP = 0.02;

async function carryOut(order: Order): Promise<Report> {
  const system = KNOWN_SYSTEMS.find(({ name }) => name === order.system);
  if (!system) return { kind: 'failed', reason: `there is no system "${order.system}"` };
  let told = 0;
  const measurement = await measure(system, order, (share) => {
    if (share - told < STEP) return;
    told = share;
    tell({ kind: 'progress', share });
  });
  return { kind: 'done', measurement };
}

function tell(report: Report): void {
  process.send?.(report);
}

// Who sent the order is gone.
process.once('disconnect', () => process.exit());
process.once('message', async (order: Order) => {
  try {
    tell(await carryOut(order));
  } catch (error) {
    tell({ kind: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
  process.disconnect();
});
