import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InlineDebounce } from '../../src/telegram/updates/inline-debounce.js';
import { Intake } from '../../src/telegram/updates/intake.js';
import type { Claim, SharedUpdates } from '../../src/telegram/updates/shared-updates.js';
import { Webhook } from '../../src/telegram/updates/webhook.js';

const log = pino({ enabled: false });
const SECRET = 'only-telegram-knows';
/** What happens, in turn. */
let steps: string[];
let claim: () => Promise<Claim>;
let settle: () => Promise<void>;
let server: Server;
let stop: () => Promise<void>;

const shared: SharedUpdates = {
  claim(update) {
    steps.push(`claim ${update}`);
    return claim();
  },
  async settle(update) {
    await settle();
    steps.push(`settle ${update}`);
  },
};

beforeEach(async () => {
  [steps, claim, settle] = [[], async () => 'mine', async () => {}];
  const webhook = new Webhook({ url: 'https://bot.example.cn/telegram', secret: SECRET });
  const intake = new Intake({
    handle: async ({ update_id }) => void steps.push(`handle ${update_id}`),
    tellSkipped: async () => {},
    releasePress: () => {},
    laneOf: () => undefined,
    typed: new InlineDebounce(),
    log,
  });
  const api = { setWebhook: async () => true } as unknown as Api;
  const delivery = await webhook.start({ api, intake, kinds: [], log, shared });
  stop = delivery.stop;
  server = createServer((request, response) => webhook.listener(request, response)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
});
afterEach(async () => {
  await stop();
  server.closeAllConnections();
  server.close();
});

async function bring(update: Partial<Update>): Promise<number> {
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/telegram`, {
    method: 'POST',
    headers: { 'x-telegram-bot-api-secret-token': SECRET },
    body: JSON.stringify(update),
  });
  return response.status;
}

describe('an update that is brought to one of several bots', () => {
  it.each<[what: string, claimed: Claim, status: number, steps: string[]]>([
    [
      'is handled by the one that has it, and then told to the others',
      'mine',
      200,
      ['claim 7', 'handle 7', 'settle 7'],
    ],
    ['that another has settled need not come again', 'settled', 200, ['claim 7']],
    ['that another is handling comes again', 'elsewhere', 503, ['claim 7']],
  ])('%s', async (_, claimed, status, expected) => {
    claim = async () => claimed;
    expect(await bring({ update_id: 7 })).toBe(status);
    expect(steps).toEqual(expected);
  });

  it('is handled where the others cannot be asked, nor told', async () => {
    claim = () => Promise.reject(new Error('the index is not available'));
    settle = claim as () => Promise<never>;
    expect(await bring({ update_id: 7 })).toBe(200);
    expect(steps).toEqual(['claim 7', 'handle 7']);
  });

  it('is nobody’s where it is being typed: it is outdated before it could come again', async () => {
    const from = { id: 1, is_bot: false, first_name: '林' };
    expect(await bring({ update_id: 7, inline_query: { id: '1', from, query: '', offset: '' } })).toBe(200);
    expect(steps.some((step) => step.startsWith('claim'))).toBe(false);
  });
});
