/** A channel whose posts are taken into the collection. */
export interface Channel {
  readonly title: string;
}

/** A kept channel, or `undefined` for what is none. */
export function parseChannel(value: unknown): Channel | undefined {
  if (typeof value !== 'object' || value === null || !('title' in value)) return undefined;
  return typeof value.title === 'string' ? { title: value.title } : undefined;
}
