import { createHash } from 'node:crypto';
import { DAY_MS } from '../../keeping/days.js';
import { type KeepOptions, KeptMap } from '../../keeping/kept-map.js';
import { fold } from '../../language/fold.js';
import { isLocaleTag } from '../locale-for.js';
import type { LocaleTag } from '../wording/locale.js';
import { beginning } from '../wording/shorten.js';

/** How many wishes a chat may have at a time, and all chats together: half an hour's asking, a few megabytes. */
export const MOST_HERE = 20;
const MOST = 10_000;
/** For how long a wish stands. */
export const DAYS = 90;
/** Longest question that is kept, in UTF-16 units; what anybody asks is shorter. */
const QUESTION_UNITS = 500;

/** What a chat wants to be told: the answer to a question that had none. Nobody's name or id but the chat's. */
export interface Wish {
  readonly chat: number;
  /** The topic in which it was asked; absent outside of topics and in General. */
  readonly thread?: number;
  /** The message that asked, which the answer replies to as long as it is there. */
  readonly message?: number;
  readonly language: LocaleTag;
  readonly question: string;
  /** When it was made, in milliseconds since 1970. */
  readonly when: number;
}

/** Up to which version of the collection all wishes have been asked again. */
interface Asked {
  readonly version: string;
}

/** What a line of the file holds. */
export type WishEntry = Wish | Asked;

/** What became of a wish that was made. */
export type Wished =
  | { readonly kind: 'noted' | 'known'; readonly id: string }
  /** The chat has as many as it may, or all chats together have. */
  | { readonly kind: 'too-many-here' | 'too-many' };

/** The key of the one entry that is no wish; no wish has it, since theirs are of one length. */
const ASKED = '#asked';

/** The wishes of all chats, the oldest first. Those that are too old are gone wherever one looks. */
export class Wishes {
  readonly #kept: KeptMap<WishEntry>;
  readonly #now: () => number;
  readonly #most: number;

  /**
   * @param kept where they are kept
   * @param now the clock, milliseconds since 1970
   * @param most how many all chats together may have
   */
  constructor(kept: KeptMap<WishEntry> = KeptMap.inMemory(), now: () => number = Date.now, most = MOST) {
    this.#kept = kept;
    this.#now = now;
    this.#most = most;
  }

  /**
   * Reads the wishes that were kept.
   * @param path the file; `undefined`: they are gone with the process
   * @throws Error of `node:fs` when there is a file that cannot be read
   */
  static async open(
    path: string | undefined,
    { onFault, now }: Pick<KeepOptions<WishEntry>, 'onFault'> & { readonly now?: () => number } = {},
  ): Promise<Wishes> {
    return new Wishes(await KeptMap.open(path, { parse: entryOf, ...(onFault && { onFault }) }), now);
  }

  /** Notes what a chat wants to be told. The same question of the same chat is noted once. */
  add(wish: Omit<Wish, 'when'>): Wished {
    const id = idOf(wish);
    if (this.get(id)) return { kind: 'known', id };
    if (this.of(wish.chat).length >= MOST_HERE) return { kind: 'too-many-here' };
    // Whoever was promised something is not pushed out by others.
    if (this.all().length >= this.#most) return { kind: 'too-many' };
    const question = beginning(wish.question, QUESTION_UNITS);
    this.#kept.set(id, { ...wish, question, when: this.#now() });
    return { kind: 'noted', id };
  }

  get(id: string): Wish | undefined {
    const entry = this.#kept.get(id);
    return entry && 'chat' in entry && !this.#isOver(entry) ? entry : undefined;
  }

  /** All wishes by their ids, oldest first. Those that are over are let go of. */
  all(): [id: string, wish: Wish][] {
    return this.#those(() => true);
  }

  /** The wishes of a chat, oldest first. */
  of(chat: number): [id: string, wish: Wish][] {
    return this.#those((wish) => wish.chat === chat);
  }

  /**
   * Ends a wish of a chat.
   * @returns whether the chat had it; that of another chat stays
   */
  end(id: string, chat: number): boolean {
    return this.get(id)?.chat === chat && this.#kept.delete(id);
  }

  /** Ends all wishes of a chat, of which nothing is left on disk either; gives how many there were. */
  forgetChat(chat: number): number {
    const wishes = this.of(chat);
    for (const [id] of wishes) this.#kept.delete(id);
    if (wishes.length > 0) this.#kept.compact();
    return wishes.length;
  }

  /** Moves the wishes of a group to the supergroup that it has become, where messages are numbered anew. */
  moveChat(from: number, to: number): void {
    for (const [id, { message: _, thread: __, ...wish }] of this.of(from)) {
      this.#kept.delete(id);
      this.#kept.set(idOf({ ...wish, chat: to }), { ...wish, chat: to });
    }
  }

  /** The version of the collection for which all wishes have been asked again; `undefined` before the first time. */
  get askedFor(): string | undefined {
    const entry = this.#kept.get(ASKED);
    return entry && 'version' in entry ? entry.version : undefined;
  }

  noteAsked(version: string): void {
    if (this.askedFor !== version) this.#kept.set(ASKED, { version });
  }

  /** Resolves when all of this is on disk. */
  settled(): Promise<void> {
    return this.#kept.settled();
  }

  #those(wanted: (wish: Wish) => boolean): [string, Wish][] {
    const wishes: [string, Wish][] = [];
    for (const [id, entry] of this.#kept.entries()) {
      if (!('chat' in entry) || !wanted(entry)) continue;
      if (this.#isOver(entry)) this.#kept.delete(id);
      else wishes.push([id, entry]);
    }
    return wishes;
  }

  #isOver({ when }: Wish): boolean {
    return this.#now() - when > DAYS * DAY_MS;
  }
}

/** Short enough for a button; the same for the same question of the same chat. */
function idOf({ chat, question }: Pick<Wish, 'chat' | 'question'>): string {
  const asked = fold(question).replace(/\s+/gu, ' ');
  return createHash('sha256').update(`${chat}\n${asked}`).digest('base64url').slice(0, 16);
}

function entryOf(value: unknown): WishEntry | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { version, chat, thread, message, language, question, when } = value as Record<string, unknown>;
  if (typeof version === 'string') return { version };
  if (!Number.isInteger(chat) || typeof question !== 'string' || typeof when !== 'number') return undefined;
  return {
    chat: chat as number,
    question,
    when,
    language: isLocaleTag(language) ? language : 'zh',
    ...(Number.isInteger(thread) && { thread: thread as number }),
    ...(Number.isInteger(message) && { message: message as number }),
  };
}
