import { Worker } from 'node:worker_threads';
import type { PageText } from './page-text.js';

/** What a PDF says of itself. */
export interface PdfInfo {
  readonly pages: number;
  /** The likeliest first. */
  readonly titles: readonly string[];
}

/** pdf.js could not do what was asked. */
export class PdfError extends Error {
  override readonly name = 'PdfError';

  /** @param kind name of pdf.js' error (`PasswordException`, …); `Timeout` or `Ended` where the thread is gone */
  constructor(
    readonly kind: string,
    message: string,
  ) {
    super(message);
  }
}

type Request =
  | { readonly kind: 'open'; readonly data: Uint8Array }
  | { readonly kind: 'page'; readonly number: number }
  | { readonly kind: 'close' };

type Answer =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'fault'; readonly name: string; readonly message: string };

/** Longest time for one request, in milliseconds; a page of a newspaper takes some 100. */
const LONGEST_MS = 30_000;
/** How long a thread without work is kept for the next file, in milliseconds; a new one takes some 500 to begin. */
const IDLE_MS = 10_000;
/** Of the thread, in MB. */
const MOST_MEMORY = 1_024;

/** A thread that pdf.js runs in, for one file after the other. */
export class PdfThread {
  static #idle: PdfThread | undefined;

  readonly #worker = new Worker(new URL('./pdf-worker.js', import.meta.url), {
    execArgv: [],
    // What pdf.js prints is no part of the log: its faults come as answers.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
  });
  #settle: ((answer: Answer) => void) | undefined;
  #ended: Answer | undefined;
  #retirement: NodeJS.Timeout | undefined;

  /** The thread that has no work, or a new one. */
  static take(): PdfThread {
    const thread = PdfThread.#idle ?? new PdfThread();
    PdfThread.#idle = undefined;
    clearTimeout(thread.#retirement);
    return thread;
  }

  private constructor() {
    this.#worker.on('message', (answer: Answer) => this.#settle?.(answer));
    this.#worker.on('error', ({ message }) => this.#end('Ended', message));
    this.#worker.on('exit', () => this.#end('Ended', 'its thread has ended'));
    this.#worker.stdout.resume();
    this.#worker.stderr.resume();
    this.#worker.unref();
  }

  /** Opens a file. Throws `PdfError`. */
  async open(bytes: Uint8Array): Promise<PdfInfo> {
    return (await this.#ask({ kind: 'open', data: Uint8Array.from(bytes) })) as PdfInfo;
  }

  /** The text of a page, counted from 1, of the file that is open. Throws `PdfError`. */
  async page(number: number): Promise<PageText> {
    return (await this.#ask({ kind: 'page', number })) as PageText;
  }

  /** Closes the file and keeps the thread for the next one, for a while. */
  async release(): Promise<void> {
    try {
      await this.#ask({ kind: 'close' });
    } catch (error) {
      if (!(error instanceof PdfError)) throw error;
      await this.#worker.terminate();
      return;
    }
    if (PdfThread.#idle !== undefined) {
      await this.#worker.terminate();
      return;
    }
    PdfThread.#idle = this;
    this.#retirement = setTimeout(() => this.#retire(), IDLE_MS);
    this.#retirement.unref();
  }

  #retire(): void {
    if (PdfThread.#idle !== this) return;
    PdfThread.#idle = undefined;
    void this.#worker.terminate();
  }

  async #ask(request: Request): Promise<unknown> {
    const answer = this.#ended ?? (await this.#answerTo(request));
    if (answer.kind === 'fault') throw new PdfError(answer.name, answer.message);
    return answer.result;
  }

  async #answerTo(request: Request): Promise<Answer> {
    const timer = setTimeout(() => {
      this.#end('Timeout', `no answer in ${LONGEST_MS / 1000} seconds`);
      void this.#worker.terminate();
    }, LONGEST_MS);
    this.#worker.ref();
    try {
      return await new Promise<Answer>((resolve) => {
        this.#settle = resolve;
        this.#worker.postMessage(
          request,
          request.kind === 'open' ? [request.data.buffer as ArrayBuffer] : [],
        );
      });
    } finally {
      clearTimeout(timer);
      this.#settle = undefined;
      this.#worker.unref();
    }
  }

  #end(name: string, message: string): void {
    this.#ended ??= { kind: 'fault', name, message };
    if (PdfThread.#idle === this) PdfThread.#idle = undefined;
    this.#settle?.(this.#ended);
  }
}
