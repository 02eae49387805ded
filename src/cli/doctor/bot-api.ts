import { type Agent, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { asItIs, type Bilingual } from '../../language/bilingual.js';

/** A Bot API server as it is asked once: what it answered, or why there was no answer. */
export type ApiAnswer =
  | { readonly kind: 'result'; readonly result: unknown; readonly date: number | undefined }
  | {
      readonly kind: 'error';
      readonly code: number;
      readonly description: string;
      readonly date: number | undefined;
    }
  /** In a few words that hold no address. */
  | { readonly kind: 'none'; readonly why: Bilingual };

export interface Asked {
  readonly apiRoot: string;
  readonly token: string;
  readonly agent: Agent | undefined;
  /** Milliseconds until it is given up, whatever the connection does. */
  readonly limitMs: number;
}

/** Why there is none where nothing came in time. */
export const NO_ANSWER: Bilingual = { en: 'no answer in time', zh: '迟迟没有回应' };
/** More than any answer to what is asked here. */
const MOST_BYTES = 2 ** 20;

/** Calls a method that takes no parameters. Never throws; what it says holds no token. */
export async function callOnce(
  method: string,
  { apiRoot, token, agent, limitMs }: Asked,
): Promise<ApiAnswer> {
  const outcome = await get(`${apiRoot}/bot${token}/${method}`, agent, limitMs);
  if (outcome.kind === 'none') return outcome;
  const { status, date } = outcome;
  const body = parsed(outcome.text);
  if (body?.ok === true) return { kind: 'result', result: body.result, date };
  if (body?.ok === false && typeof body.error_code === 'number')
    return { kind: 'error', code: body.error_code, description: String(body.description ?? ''), date };
  const why = {
    en: `what answers there is no Bot API server (${status})`,
    zh: `回应的不是 Bot API 服务器（${status}）`,
  };
  return { kind: 'none', why };
}

/** Whether anything answers at an address; why not, in a few words. */
export async function whyUnreachable(
  address: string,
  agent: Agent | undefined,
  limitMs: number,
): Promise<Bilingual | undefined> {
  const outcome = await get(`${address}/`, agent, limitMs);
  return outcome.kind === 'none' ? outcome.why : undefined;
}

type Got =
  | {
      readonly kind: 'got';
      readonly status: number;
      readonly text: string;
      readonly date: number | undefined;
    }
  | { readonly kind: 'none'; readonly why: Bilingual };

function get(address: string, agent: Agent | undefined, limitMs: number): Promise<Got> {
  return new Promise((resolve) => {
    const send = address.startsWith('https:') ? httpsRequest : httpRequest;
    const request = send(address, { agent: agent ?? false, headers: { connection: 'close' } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        if (text.length > MOST_BYTES) request.destroy(new Error('too long'));
      });
      response.on('end', () => {
        const date = Date.parse(response.headers.date ?? '');
        end({
          kind: 'got',
          status: response.statusCode ?? 0,
          text,
          date: Number.isNaN(date) ? undefined : date,
        });
      });
      response.on('error', (error) => end({ kind: 'none', why: reasonOf(error) }));
    });
    const timer = setTimeout(() => {
      end({ kind: 'none', why: NO_ANSWER });
      request.destroy();
    }, limitMs);
    const end = (outcome: Got): void => {
      clearTimeout(timer);
      resolve(outcome);
    };
    request.on('error', (error) => end({ kind: 'none', why: reasonOf(error) }));
    request.end();
  });
}

function parsed(text: string): Partial<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The system's name for it: messages may hold the address, and with it a token or a password. */
export function reasonOf(error: Error): Bilingual {
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? { en: 'the connection failed', zh: '连接失败' } : asItIs(code);
}
