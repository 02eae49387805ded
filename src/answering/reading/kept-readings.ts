import { hash } from 'node:crypto';
import type { WindowText } from './encode.js';
import type { Reading } from './reading.js';

/**
 * Most readings that are remembered. One takes some 300 bytes (a digest of 44 characters and five numbers), all of them
 * 1.2 MB; four windows a question make it the last 1,000 questions.
 */
export const MOST_KEPT = 4096;

/**
 * The last readings, so that turning a page or asking again costs nothing. Kept by a digest: neither questions nor texts
 * stay in memory, and how much it takes does not depend on how long they are.
 */
export class KeptReadings {
  private readonly readings = new Map<string, Reading>();

  constructor(private readonly most = MOST_KEPT) {}

  static keyOf(question: string, { context, text }: WindowText): string {
    return hash('sha256', `${question.length} ${context.length} ${question}${context}${text}`, 'base64');
  }

  get(key: string): Reading | undefined {
    const reading = this.readings.get(key);
    if (reading !== undefined) this.put(key, reading);
    return reading;
  }

  /** Puts a reading in the place of the latest; the one that was not asked for longest goes. */
  put(key: string, reading: Reading): void {
    this.readings.delete(key);
    this.readings.set(key, reading);
    for (const oldest of this.readings.keys()) {
      if (this.readings.size <= this.most) break;
      this.readings.delete(oldest);
    }
  }
}
