import type { Reader } from '../answering/learned-reader.js';

/** Told what became of the reading of a question, and how many seconds it took. */
export type OnReading = (outcome: 'read' | 'busy' | 'failed', seconds: number) => void;

/** A reader whose readings are told of. */
export function measuredReader(reader: Reader, onReading: OnReading): Reader {
  return {
    async read(...question) {
      const begun = performance.now();
      const end = (outcome: Parameters<OnReading>[0]): void =>
        onReading(outcome, (performance.now() - begun) / 1000);
      try {
        const outcome = await reader.read(...question);
        end(outcome.kind);
        return outcome;
      } catch (error) {
        end('failed');
        throw error;
      }
    },
    close: () => reader.close(),
  };
}
