import type { Answer } from '../../answering/answer.js';
import type { UpdateKind } from '../updates/delivery.js';

/** Where a question is asked. */
export type Surface = 'private' | 'group' | 'inline' | 'guest' | 'button';

/** What became of a question; of what asks nothing, `greeting` and `empty`; `unavailable`: the index could not be asked. */
export type Outcome = 'answered' | 'possible' | 'refused' | 'greeting' | 'empty' | 'failed' | 'unavailable';

/** A call of the Bot API that has come to its end. */
export interface EndedCall {
  readonly method: string;
  /** `ok`, the error's code as the server gave it, or `network` where no answer came. */
  readonly outcome: 'ok' | 'network' | `${number}`;
  readonly seconds: number;
}

/** Takes what a bot does, as counts and times: no texts, and nobody's ids. */
export interface Measures {
  /** An update has come; its end is told by `handled`. */
  came(kind: UpdateKind): void;
  handled(): void;
  /** The first call for an update begins, so many seconds after it came. */
  responded(seconds: number): void;
  called(call: EndedCall): void;
  answered(surface: Surface, outcome: Outcome, seconds: number): void;
  /** A clipping was not verbatim and was not sent. */
  heldBack(): void;
  /** A question was one too many for a minute. */
  limited(): void;
}

/** Counts nothing. */
export const NO_MEASURES: Measures = {
  came() {},
  handled() {},
  responded() {},
  called() {},
  answered() {},
  heldBack() {},
  limited() {},
};

/** Tells several of the same, each of what it takes. */
export function measuringAll(all: readonly Partial<Measures>[]): Measures {
  return {
    came: (kind) => all.forEach((one) => void one.came?.(kind)),
    handled: () => all.forEach((one) => void one.handled?.()),
    responded: (seconds) => all.forEach((one) => void one.responded?.(seconds)),
    called: (call) => all.forEach((one) => void one.called?.(call)),
    answered: (...what) => all.forEach((one) => void one.answered?.(...what)),
    heldBack: () => all.forEach((one) => void one.heldBack?.()),
    limited: () => all.forEach((one) => void one.limited?.()),
  };
}

/** In one word, what became of a question. */
export function outcomeOf(answer: Answer): Outcome {
  if (answer.status !== 'refused') return answer.status;
  return answer.reason === 'greeting' || answer.reason === 'empty' ? answer.reason : 'refused';
}
