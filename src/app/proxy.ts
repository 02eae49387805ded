import type { Agent } from 'node:http';
import { isIP } from 'node:net';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { SocksProxyAgent } from 'socks-proxy-agent';
import { isThisMachine } from './this-machine.js';

/** A way around, as the settings say. */
export interface ProxySettings {
  /** `http:`, `https:`, `socks5:` or `socks5h:`, perhaps with a name and a password. */
  readonly httpsProxy: string | undefined;
  /** Hosts that are reached without it, as curl reads `NO_PROXY`; this machine always is. */
  readonly noProxy: string | undefined;
}

/**
 * What makes the connections to an address; `undefined` where they need no proxy. Names are looked up by the proxy, since
 * where one is needed, what the network here says of them may be wrong.
 */
export function proxyAgent(address: string, { httpsProxy, noProxy }: ProxySettings): Agent | undefined {
  if (httpsProxy === undefined || isSpared(new URL(address), noProxy ?? '')) return undefined;
  const options = { keepAlive: true };
  if (/^socks5h?:/.test(httpsProxy)) {
    return new SocksProxyAgent(httpsProxy.replace(/^socks5:/, 'socks5h:'), options);
  }
  return address.startsWith('https:')
    ? new HttpsProxyAgent(httpsProxy, options)
    : new HttpProxyAgent(httpsProxy, options);
}

/** Whether an address is reached without a proxy. */
export function isSpared({ hostname, port, protocol }: URL, noProxy: string): boolean {
  const host = hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  if (isThisMachine(host)) return true;
  const own = port || (protocol === 'https:' ? '443' : '80');
  const entries = noProxy.toLowerCase().split(/[\s,]+/);
  return entries.some((entry) => entry !== '' && matches(host, own, entry));
}

/** One entry: `*`, a host, or a domain with all its hosts; perhaps with a port. */
function matches(host: string, port: string, entry: string): boolean {
  if (entry === '*') return true;
  const [, name = entry, only] = isIP(entry) === 6 ? [] : (/^(.*?)(?::(\d+))?$/.exec(entry) ?? []);
  if (only !== undefined && only !== port) return false;
  const domain = name.replace(/^\*?\.|^\[|\]$/g, '');
  return host === domain || (isIP(host) === 0 && host.endsWith(`.${domain}`));
}
