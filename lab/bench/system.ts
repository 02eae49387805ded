import type { BenchQuestions } from './workload.js';

/** Where a system finds its passages and may put what it likes. */
export interface Workplace {
  /** One passage a line: `{ id, title, text }`. */
  readonly corpus: string;
  /** A folder of its own. */
  readonly folder: string;
}

/** A system that is ready to be asked. */
export interface ReadySystem {
  /** Answers a question; this is what is timed. */
  ask(question: string): unknown;
  /** The ids of the ten best passages, best first. */
  find(question: string): Promise<readonly string[]> | readonly string[];
  close(): Promise<void>;
}

/** A system to be measured. */
export interface System {
  readonly name: string;
  /** Whether it keeps something between starts, so that a second start is worth measuring. */
  readonly restarts: boolean;
  open(place: Workplace): Promise<ReadySystem>;
}

/** What was measured of a system in one process. Times in milliseconds, memory in megabytes (10^6 bytes). */
export interface Measurement {
  /** From the start of the process until it is ready. */
  readonly openMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Longest time that nothing else could be done while 16 questions were asked at once. */
  readonly stallMs: number;
  /** Answers a second while eight ask without a pause; older measurements lack it. */
  readonly questionsPerSecond?: number;
  /** Of the whole process, its threads included. */
  readonly peakRssMb: number;
  /** Share (0 to 1) of questions whose passage came first, or among the first ten. */
  readonly 'hit@1': number;
  readonly 'hit@10': number;
}

/** What a process is told to do. */
export interface Order {
  readonly system: string;
  readonly place: Workplace;
  readonly questions: BenchQuestions;
}

/** What it tells in return. */
export type Report =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly measurement: Measurement }
  | { readonly kind: 'failed'; readonly reason: string };
