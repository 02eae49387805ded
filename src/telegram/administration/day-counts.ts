import type { KeptMap } from '../../keeping/kept-map.js';
import { dayOf } from '../../language/dates.js';
import type { Measures, Outcome, Surface } from '../measuring/measures.js';
import { type Calendar, lastDays } from './calendar.js';

/** What was asked on a day, by nobody in particular. */
export interface Day {
  /** `2026-03-08`. */
  readonly date: string;
  readonly questions: number;
  readonly answered: number;
  readonly possible: number;
  readonly refused: number;
  /** In how many chats something was asked; after a restart, the most of any run that day. */
  readonly chats: number;
  /** How many answers took so long, by `BOUNDS_S`. */
  readonly times: readonly number[];
}

/** Upper bounds of the times that are told apart, in seconds: from 10 ms by steps of a half to two minutes; beyond is the last. */
export const BOUNDS_S: readonly number[] = Array.from({ length: 24 }, (_, step) => 0.01 * 1.5 ** step);
/** Days that are kept. */
const KEPT_DAYS = 60;
/** Chats that are told apart on a day. */
const MOST_CHATS = 100_000;
/** Counts go to disk so often, in milliseconds. */
const WRITE_MS = 10_000;

/** Counts questions by day. Of chats only their number is kept. */
export class DayCounts implements Pick<Measures, 'answered'> {
  readonly #chats = new Set<number>();
  #today: Day;
  #timer: NodeJS.Timeout | undefined;

  /** @param kept days by their dates */
  constructor(
    private readonly kept: KeptMap<Day>,
    readonly calendar: Calendar,
  ) {
    this.#today = this.#on(this.#date());
  }

  /** What is typed inline, and buttons, ask nothing new; a greeting asks nothing at all. */
  answered(surface: Surface, outcome: Outcome, seconds: number): void {
    if (surface === 'inline' || surface === 'button') return;
    if (outcome !== 'answered' && outcome !== 'possible' && outcome !== 'refused') return;
    const day = this.#turn();
    const times = [...day.times];
    const bound = BOUNDS_S.findIndex((most) => seconds <= most);
    const place = bound < 0 ? BOUNDS_S.length - 1 : bound;
    times[place] = (times[place] ?? 0) + 1;
    this.#put({ ...day, questions: day.questions + 1, [outcome]: day[outcome] + 1, times });
  }

  /** Somebody turned to the bot in this chat. */
  chatAsked(chat: number): void {
    const day = this.#turn();
    if (this.#chats.size < MOST_CHATS) this.#chats.add(chat);
    if (this.#chats.size > day.chats) this.#put({ ...day, chats: this.#chats.size });
  }

  /** The last days up to today, oldest first. */
  last(count: number): Day[] {
    this.#turn();
    return lastDays(count, this.calendar).map((date) => this.#on(date));
  }

  /** Resolves when all is on disk. */
  async close(): Promise<void> {
    this.#write();
    await this.kept.settled();
  }

  /** Today; a new one after midnight. */
  #turn(): Day {
    const date = this.#date();
    if (date === this.#today.date) return this.#today;
    this.#write();
    this.#chats.clear();
    this.#today = this.#on(date);
    for (const old of [...this.kept.entries()].slice(0, -KEPT_DAYS)) this.kept.delete(old[0]);
    return this.#today;
  }

  #put(day: Day): void {
    this.#today = day;
    this.#timer ??= setTimeout(() => this.#write(), WRITE_MS).unref();
  }

  #write(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.kept.set(this.#today.date, this.#today);
  }

  #on(date: string): Day {
    // The first time there is no today yet.
    if (date === (this.#today as Day | undefined)?.date) return this.#today;
    return this.kept.get(date) ?? emptyDay(date);
  }

  #date(): string {
    return dayOf(this.calendar.now(), this.calendar.timeZone);
  }
}

/** A day on which nothing was asked. */
export function emptyDay(date: string): Day {
  return { date, questions: 0, answered: 0, possible: 0, refused: 0, chats: 0, times: [] };
}

/** A kept day, or `undefined` for what is none. */
export function parseDay(value: unknown): Day | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { date, times, ...counts } = value as Record<string, unknown>;
  if (typeof date !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(date)) return undefined;
  const names = ['questions', 'answered', 'possible', 'refused', 'chats'] as const;
  if (!names.every((name) => isCount(counts[name])) || !Array.isArray(times)) return undefined;
  return { ...(value as Day), times: times.map((count) => (isCount(count) ? count : 0)) };
}

/** All days as one; of chats the most on one day, since who asked on several days is not known. */
export function sumOf(days: readonly Day[]): Day {
  const sum = { ...emptyDay(''), times: BOUNDS_S.map(() => 0) };
  return days.reduce<Day>(
    (all, day) => ({
      date: all.date,
      questions: all.questions + day.questions,
      answered: all.answered + day.answered,
      possible: all.possible + day.possible,
      refused: all.refused + day.refused,
      chats: Math.max(all.chats, day.chats),
      times: BOUNDS_S.map((_, place) => (all.times[place] ?? 0) + (day.times[place] ?? 0)),
    }),
    sum,
  );
}

/**
 * The time in seconds within which a share of the answers came, rounded up to a bound; `undefined` without any.
 * @param share above 0, 1 at most
 */
export function quantile({ times }: Pick<Day, 'times'>, share: number): number | undefined {
  const all = times.reduce((sum, count) => sum + (count ?? 0), 0);
  if (all === 0) return undefined;
  let before = 0;
  const place = BOUNDS_S.findIndex((_, index) => {
    before += times[index] ?? 0;
    return before >= all * share;
  });
  return BOUNDS_S[place];
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
