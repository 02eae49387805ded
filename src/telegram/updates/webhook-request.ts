import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** An update is a few thousand bytes; anything beyond this is none. */
const MAX_BODY_BYTES = 1_048_576;

/** A request that brings no update. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';

  /** @param code the HTTP status to answer with */
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** Whether the caller knows the secret; takes the same time whatever part of it is wrong. */
export function isSecret({ headers }: IncomingMessage, secret: string): boolean {
  const given = headers['x-telegram-bot-api-secret-token'];
  // Digests, because the comparison wants two values of one length.
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(secret));
}

/**
 * The update that a request brings.
 * @throws RequestRefused when it is too long or no update
 */
export async function bodyOf(request: IncomingMessage): Promise<{ readonly update_id: number }> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw new RequestRefused(413, 'too long');
    chunks.push(chunk);
  }
  const body = parsed(Buffer.concat(chunks).toString('utf8'));
  if (!isUpdate(body)) throw new RequestRefused(400, 'not an update');
  return body;
}

function isUpdate(body: unknown): body is { readonly update_id: number } {
  return (
    typeof body === 'object' && body !== null && Number.isInteger((body as { update_id?: unknown }).update_id)
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
