import { createHmac, randomBytes } from 'node:crypto';
import { DAY_MS } from '../../keeping/days.js';
import { type KeepOptions, KeptMap } from '../../keeping/kept-map.js';
import { BoundedMap } from '../bounded-map.js';
import { beginning } from '../wording/shorten.js';
import { type Judgement, type JudgementKind, judgementOf } from './judgement.js';

/** How many judgements are kept, at most some megabytes; of more the oldest go. For how long. */
const MOST = 20_000;
const DAYS = 90;
/** How many answers one person may judge in a day: more than anybody reads, and no script fills the file with. */
const MOST_A_DAY = 60;
/** Of so many people a day it is known how often they judged. */
const PEOPLE = 20_000;
/** Longest right reading, in UTF-16 units. */
const READING_UNITS = 200;

/** Where an answer stands, and who judges it. */
export interface Judging {
  readonly chat: number;
  readonly message: number;
  /** Id of the user, or of the chat as which they speak. */
  readonly person: number;
}

/** What is told of an answer, beside what it shows. */
export type Told = Omit<Judgement, 'day' | 'reading'> & { readonly reading?: string | undefined };

/**
 * What people think of answers: one judgement a person and answer, of which the last counts. Who it was is a hash, salted
 * with what this process alone knows and never writes down: the file tells of nobody, not even to whoever holds all of it.
 * The price is that after a restart a person may judge an old answer once more.
 */
export class Judgements {
  readonly #kept: KeptMap<Judgement>;
  readonly #now: () => number;
  readonly #salt = randomBytes(32);
  #counts = { day: '', byPerson: new BoundedMap<string, number>(PEOPLE) };

  constructor(kept: KeptMap<Judgement> = KeptMap.inMemory(), now: () => number = Date.now) {
    this.#kept = kept;
    this.#now = now;
  }

  /**
   * Reads the judgements that were kept.
   * @param path the file; `undefined`: they are gone with the process
   * @throws Error of `node:fs` when there is a file that cannot be read
   */
  static async open(
    path: string | undefined,
    { onFault, now }: Pick<KeepOptions<Judgement>, 'onFault'> & { readonly now?: () => number } = {},
  ): Promise<Judgements> {
    return new Judgements(await KeptMap.open(path, { parse: judgementOf, ...(onFault && { onFault }) }), now);
  }

  /** Notes a judgement, in the place of an earlier one of the same person and answer. */
  note(judging: Judging, { reading, ...told }: Told): 'noted' | 'too-many' {
    const key = this.#keyOf(judging);
    const before = this.#kept.get(key);
    if (!this.#mayJudge(judging.person)) return 'too-many';
    const kept: Judgement = {
      ...told,
      // A misprint that was corrected stays so, even if the button is tapped once more.
      ...readingOf(reading ?? (told.judgement === 'typo' ? before?.reading : undefined)),
      day: this.#today(),
    };
    this.#kept.set(key, kept);
    this.#prune();
    return 'noted';
  }

  /** Takes a judgement back; nothing happens where another was given since. */
  takeBack(judging: Judging, judgement: JudgementKind): void {
    const key = this.#keyOf(judging);
    if (this.#kept.get(key)?.judgement === judgement) this.#kept.delete(key);
  }

  /** All that are kept, oldest first. */
  all(): Judgement[] {
    this.#prune();
    return Array.from(this.#kept.entries(), ([, judgement]) => judgement);
  }

  /** Resolves when all of this is on disk. */
  settled(): Promise<void> {
    return this.#kept.settled();
  }

  #keyOf({ chat, message, person }: Judging): string {
    return this.#hash(`${chat}:${message}:${person}`);
  }

  #hash(text: string): string {
    return createHmac('sha256', this.#salt).update(text).digest('base64url').slice(0, 22);
  }

  #mayJudge(person: number): boolean {
    const day = this.#today();
    if (this.#counts.day !== day) this.#counts = { day, byPerson: new BoundedMap(PEOPLE) };
    const key = this.#hash(String(person));
    const count = this.#counts.byPerson.get(key) ?? 0;
    if (count >= MOST_A_DAY) return false;
    this.#counts.byPerson.set(key, count + 1);
    return true;
  }

  #today(): string {
    return dayOf(this.#now());
  }

  #prune(): void {
    const oldest = dayOf(this.#now() - DAYS * DAY_MS);
    for (const [key, { day }] of this.#kept.entries()) {
      if (day >= oldest && this.#kept.size <= MOST) return;
      this.#kept.delete(key);
    }
  }
}

function readingOf(text: string | undefined): Pick<Judgement, 'reading'> {
  const reading = beginning(text?.trim() ?? '', READING_UNITS);
  return reading === '' ? {} : { reading };
}

/** @param ms milliseconds since 1970 */
function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
