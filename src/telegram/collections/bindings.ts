import { KeptMap } from '../../keeping/kept-map.js';

/** A chat, or a topic in it. */
export interface Spot {
  readonly chat: number;
  readonly thread?: number | undefined;
}

/** Which chats and topics are answered from one folder of the collection alone. Kept beyond the process. */
export class Bindings {
  private constructor(private readonly kept: KeptMap<string>) {}

  /**
   * @param path the file that they are kept in; `undefined`: nowhere
   * @param onFault told when the disk refuses
   * @throws Error of `node:fs` when there is a file that cannot be read
   */
  static async open(path: string | undefined, onFault?: (error: Error) => void): Promise<Bindings> {
    const parse = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
    return new Bindings(await KeptMap.open(path, { parse, ...(onFault && { onFault }) }));
  }

  /** The folder of a topic, else of its chat; `undefined`: all of them. */
  of({ chat, thread }: Spot): string | undefined {
    const own = thread === undefined ? undefined : this.kept.get(keyOf({ chat, thread }));
    return own ?? this.kept.get(keyOf({ chat }));
  }

  /** @param folder `undefined`: no longer one alone; a topic is answered as its chat is then */
  bind(spot: Spot, folder: string | undefined): void {
    if (folder === undefined) this.kept.delete(keyOf(spot));
    else this.kept.set(keyOf(spot), folder);
  }

  /** Forgets a chat with all its topics, of which nothing is left on disk either. */
  forget(chat: number): void {
    const all = [...this.kept.entries()].map(([key]) => key);
    const its = all.filter((key) => key === String(chat) || key.startsWith(`${chat}/`));
    for (const key of its) this.kept.delete(key);
    if (its.length > 0) this.kept.compact();
  }

  /** A group became a supergroup, which has another id. It has no topics to take along: only supergroups can have any. */
  move(from: number, to: number): void {
    const folder = this.of({ chat: from });
    this.forget(from);
    if (folder !== undefined) this.bind({ chat: to }, folder);
  }

  /** Resolves when all is on disk that can be. */
  settled(): Promise<void> {
    return this.kept.settled();
  }
}

function keyOf({ chat, thread }: Spot): string {
  return thread === undefined ? String(chat) : `${chat}/${thread}`;
}
