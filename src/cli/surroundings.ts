/** What a command is run in: usually the process's own. */
export interface Surroundings {
  /** Settings, those of `.env` among them. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Names that `.env` has; they are all meant for Jianbao. */
  readonly fileNames: readonly string[];
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
}
