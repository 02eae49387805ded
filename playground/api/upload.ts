/** A file that came with a call, or the `file_id` or address of one. */
export type FileParameter = Upload | string;

/** A file that came with a call. */
export class Upload {
  /** @param fileName as the bot gave it; may be any text */
  constructor(
    readonly fileName: string,
    readonly content: Buffer,
  ) {}

  /** What a record of the call shows instead of the content; the size in bytes. */
  toJSON(): { file_name: string; size: number } {
    return { file_name: this.fileName, size: this.content.length };
  }
}
