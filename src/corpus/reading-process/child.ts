import { once } from 'node:events';
import { readSourceFile } from '../source-file.js';
import type { Answer, Order } from './messages.js';
import { type Part, partsOf } from './parts.js';

// What the process runs that reads files for another; `reading-process.ts` starts it.

/** An error's first line at most, in UTF-16 units. */
const MOST_UNITS = 200;

// A terminal's Ctrl-C reaches it, too; whether to stop is the other process's to say, by closing the channel.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());
process.on('message', (order: Order) => {
  if (order.kind === 'read') void carryOut(order);
});
tell({ kind: 'ready' });

async function carryOut({ place, source }: Extract<Order, { kind: 'read' }>): Promise<void> {
  try {
    await hand(partsOf(await readSourceFile(place, source)));
  } catch (error) {
    tell({ kind: 'defect', message: firstLine(error) });
  }
}

/** Each part is asked for, so that the other side takes in one at a time. */
async function hand(parts: Iterable<Part>): Promise<void> {
  for (const part of parts) {
    const asked = part.kind === 'file' ? undefined : once(process, 'message');
    tell(part);
    await asked;
  }
}

function tell(answer: Answer): void {
  process.send?.(answer);
}

function firstLine(error: unknown): string {
  return (String(error).split('\n', 1)[0] as string).slice(0, MOST_UNITS);
}
