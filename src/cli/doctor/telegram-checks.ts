import { connect } from 'node:net';
import type { Config } from '../../app/config.js';
import { isSpared, proxyAgent } from '../../app/proxy.js';
import type { Bilingual } from '../../language/bilingual.js';
import { type ApiAnswer, callOnce, NO_ANSWER, reasonOf, whyUnreachable } from './bot-api.js';
import { type Found, good, look, NOT_ASKED, wrong } from './finding.js';

/** How long one call may take, in milliseconds. */
const CALL_MS = 5_000;
/** A bot that keeps up has fewer waiting. */
const MANY_PENDING = 50;
/** The Date header counts whole seconds, and an answer may take some. */
const CLOCK_SECONDS = 60;

/** What of getMe is looked at. https://core.telegram.org/bots/api#user */
interface Me {
  readonly username?: string;
  readonly can_join_groups?: boolean;
  readonly can_read_all_group_messages?: boolean;
  readonly supports_inline_queries?: boolean;
}

/** What of getWebhookInfo is looked at. https://core.telegram.org/bots/api#webhookinfo */
interface WebhookInfo {
  readonly url?: string;
  readonly pending_update_count?: number;
  readonly last_error_date?: number;
  readonly last_error_message?: string;
}

/** What the Bot API server says; each is asked for once, and only asked: nothing is changed. */
export class Telegram {
  readonly #config: Config;
  #me: Promise<ApiAnswer> | undefined;

  constructor(config: Config) {
    this.#config = config;
  }

  /** Whether the server knows the token. */
  async token(): Promise<Found> {
    if (this.#config.botToken === undefined) return look('token-none', {});
    const server = hostOf(this.#config.botApiRoot);
    const answer = await this.#getMe();
    if (answer.kind === 'result')
      return good('token-fine', { bot: `@${(answer.result as Me).username ?? ''}` });
    if (answer.kind === 'none') return wrong('server-silent', { server, why: answer.why });
    // A token of the wrong form is not even routed: 404.
    if (answer.code === 401 || answer.code === 404)
      return wrong('token-refused', { server, code: answer.code });
    const { code, description } = answer;
    const why = { en: `${code}: ${description}`, zh: `${code}：“${description}”` };
    return wrong('server-silent', { server, why });
  }

  /** How updates come, and whether they do. */
  async updates(): Promise<Found> {
    if (this.#config.botToken === undefined) return NOT_ASKED;
    const answer = await this.#call('getWebhookInfo');
    if (answer.kind !== 'result') return NOT_ASKED;
    return updatesFound(answer.result as WebhookInfo, this.#config);
  }

  async groups(): Promise<Found> {
    const me = await this.#known();
    if (!me) return NOT_ASKED;
    if (me.can_join_groups === false) return look('groups-barred', {});
    return me.can_read_all_group_messages ? good('groups-open', {}) : look('groups-private', {});
  }

  async inline(): Promise<Found> {
    const me = await this.#known();
    if (!me) return NOT_ASKED;
    return me.supports_inline_queries ? good('inline-on', {}) : look('inline-off', {});
  }

  /** This machine's clock by the server's. Where the server is on this machine that says little, and does no harm. */
  async clock(): Promise<Found> {
    if (this.#config.botToken === undefined) return NOT_ASKED;
    const answer = await this.#getMe();
    if (answer.kind === 'none' || answer.date === undefined) return NOT_ASKED;
    const off = Math.round((Date.now() - answer.date) / 1000);
    return Math.abs(off) > CLOCK_SECONDS ? look('clock-off', { off }) : good('clock-fine', { off });
  }

  async #known(): Promise<Me | undefined> {
    if (this.#config.botToken === undefined) return undefined;
    const answer = await this.#getMe();
    return answer.kind === 'result' ? (answer.result as Me) : undefined;
  }

  #getMe(): Promise<ApiAnswer> {
    this.#me ??= this.#call('getMe');
    return this.#me;
  }

  #call(method: string): Promise<ApiAnswer> {
    const { botApiRoot: apiRoot, botToken = '' } = this.#config;
    const agent = proxyAgent(apiRoot, this.#config);
    return callOnce(method, { apiRoot, token: botToken, agent, limitMs: CALL_MS });
  }
}

function updatesFound(info: WebhookInfo, { botMode, webhookUrl }: Config): Found {
  const { url = '', pending_update_count: pending = 0, last_error_message: error } = info;
  if (botMode === 'polling') {
    if (url !== '') return look('polling-webhook', { host: hostOf(url), pending });
    return pending >= MANY_PENDING ? look('updates-waiting', { pending }) : good('polling-fine', { pending });
  }
  const wanted = hostOf(webhookUrl ?? '');
  if (url === '') return look('webhook-none', { host: wanted });
  if (url !== webhookUrl) return look('webhook-other', { host: hostOf(url), wanted });
  if (error !== undefined && pending > 0)
    return wrong('webhook-failing', { host: hostOf(url), error, pending });
  return good('webhook-fine', { host: hostOf(url), pending });
}

/** Whether there is a proxy, whether it lets one through, and whether one is needed. */
export async function proxyFound(config: Config): Promise<Found> {
  const { botApiRoot, httpsProxy, noProxy } = config;
  // The chat page takes no network.
  if (config.botToken === undefined) return NOT_ASKED;
  const server = hostOf(botApiRoot);
  if (httpsProxy === undefined) {
    const why = await whyUnreachable(botApiRoot, undefined, CALL_MS);
    return why === undefined ? good('proxy-none', { server }) : wrong('proxy-needed', { server, why });
  }
  if (isSpared(new URL(botApiRoot), noProxy ?? '')) return good('proxy-spared', { server });
  const proxy = hostOf(httpsProxy);
  const [through, straight] = await Promise.all([
    whyUnreachable(botApiRoot, proxyAgent(botApiRoot, config), CALL_MS),
    whyUnreachable(botApiRoot, undefined, CALL_MS),
  ]);
  if (through === undefined)
    return straight === undefined
      ? good('proxy-unneeded', { proxy, server })
      : good('proxy-fine', { proxy, server });
  const listens = await whyNotListening(httpsProxy);
  return listens === undefined
    ? wrong('proxy-blind', { proxy, server, why: through })
    : wrong('proxy-gone', { proxy, why: listens });
}

/** Whether anything takes connections at the proxy's address; why not, by the system's name for it. */
function whyNotListening(proxy: string): Promise<Bilingual | undefined> {
  const { hostname, port, protocol } = new URL(proxy);
  const usual = protocol === 'https:' ? 443 : protocol === 'http:' ? 80 : 1080;
  return new Promise((resolve) => {
    const socket = connect({ host: hostname.replace(/^\[(.*)\]$/, '$1'), port: Number(port) || usual });
    const end = (why?: Bilingual): void => {
      socket.destroy();
      resolve(why);
    };
    socket.setTimeout(CALL_MS, () => end(NO_ANSWER));
    socket.once('connect', () => end());
    socket.once('error', (error) => end(reasonOf(error)));
  });
}

/** An address without what may be secret in it: name, password, path. */
function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return '';
  }
}
