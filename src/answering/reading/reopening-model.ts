import type { Bilingual } from '../../language/bilingual.js';
import { type Batch, type Logits, type Model, ReadingError } from './model.js';
import type { OpenedModel } from './onnx-model.js';

/** What whoever runs the bot should know of a reader that was ready and fails. */
export type ReaderFault =
  /** A window could not be read; the next one may be. Told the first time only. */
  | { readonly kind: 'unread'; readonly why: Bilingual }
  /** The model is gone, and is opened again after a pause. */
  | { readonly kind: 'reopening'; readonly why: Bilingual; readonly pauseMs: number }
  /** The model is gone for good: it went too often. */
  | { readonly kind: 'gone'; readonly why: Bilingual };

/** How long is waited before a model is opened again, in milliseconds: the first time, the second, the last. */
const PAUSES_MS: readonly number[] = [1_000, 10_000, 60_000];
/** A model that lasted so long, in milliseconds, is opened again as if it had never gone. */
const LASTS_MS = 60 * 60 * 1_000;

/** How a model is kept open. */
export interface ReopeningOptions {
  /** Told of a fault; a few times an hour at most, however many questions are asked. */
  readonly onFault?: (fault: ReaderFault) => void;
  /** Pauses before the model is opened again, in milliseconds, as many as it is tried; default 1 s, 10 s, 60 s. */
  readonly pausesMs?: readonly number[];
}

/**
 * A model that is opened again when it is gone, a few times and after a pause that gets longer. Meanwhile, and when it went
 * too often, every run fails at once.
 * @param model one that is open
 * @param open opens another
 */
export function reopening(
  model: Model,
  open: () => Promise<OpenedModel>,
  options: ReopeningOptions = {},
): Model {
  return new ReopeningModel(model, open, options);
}

class ReopeningModel implements Model {
  private state:
    | { readonly kind: 'open'; readonly model: Model }
    /** No model, for a reason in a clause. */
    | { readonly kind: 'without'; readonly why: Bilingual };
  private toldUnread = false;
  /** How often it was opened again. */
  private reopened = 0;
  private openedAt = Date.now();
  private timer: NodeJS.Timeout | undefined;
  private opening: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(
    model: Model,
    private readonly open: () => Promise<OpenedModel>,
    private readonly options: ReopeningOptions,
  ) {
    this.state = { kind: 'open', model };
  }

  async run(batch: Batch): Promise<Logits> {
    if (this.state.kind === 'without') throw new ReadingError(this.state.why);
    try {
      return await this.state.model.run(batch);
    } catch (error) {
      if (error instanceof ReadingError) this.failed(error);
      throw error;
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.opening;
    if (this.state.kind === 'open') await this.state.model.close();
  }

  private failed({ reason, ended }: ReadingError): void {
    if (ended) {
      if (Date.now() - this.openedAt >= LASTS_MS) this.reopened = 0;
      this.gone(reason);
    } else if (!this.toldUnread) {
      this.toldUnread = true;
      this.options.onFault?.({ kind: 'unread', why: reason });
    }
  }

  private gone(why: Bilingual): void {
    this.state = { kind: 'without', why };
    if (this.closed) return;
    const { onFault, pausesMs = PAUSES_MS } = this.options;
    const pauseMs = pausesMs[this.reopened];
    if (pauseMs === undefined) {
      onFault?.({ kind: 'gone', why });
      return;
    }
    this.reopened++;
    onFault?.({ kind: 'reopening', why, pauseMs });
    this.timer = setTimeout(() => {
      this.opening = this.reopen();
    }, pauseMs).unref();
  }

  private async reopen(): Promise<void> {
    const opened = await this.open();
    if (opened.kind === 'unavailable') return this.gone(opened.why);
    this.openedAt = Date.now();
    this.state = { kind: 'open', model: opened.model };
  }
}
