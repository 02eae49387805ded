/** Ids of users and chats. */
export interface Access {
  /** Who is answered; empty: everyone. */
  readonly allowed: ReadonlySet<number>;
  /** Who is not, even where they are among the allowed, or in a chat that is. */
  readonly blocked: ReadonlySet<number>;
}
