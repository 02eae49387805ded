import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../playground/playground.js';
import { identify } from '../../src/telegram/identify.js';
import { type Serving, serve, Webhook } from '../../src/telegram/serve.js';
import { clipping, fakeAnswerer } from './support/fake-answerer.js';

const questions: string[] = [];
let playground: Playground;
let server: Server;
let serving: Serving;

beforeAll(async () => {
  playground = await startPlayground();
  const { token, apiRoot } = playground;
  server = createServer((request, response) => webhook.listener(request, response)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const webhook = new Webhook({ url: `http://127.0.0.1:${port}/telegram`, secret: 'only-telegram-knows' });
  const fake = fakeAnswerer(() => ({ status: 'answered', results: [clipping('旧馆')] }));
  serving = await serve({
    token,
    apiRoot,
    webhook,
    me: await identify(token, { apiRoot }),
    log: pino({ enabled: false }),
    answerer: {
      ...fake,
      answer: async (question) => {
        questions.push(question.text);
        return fake.answer(question);
      },
    },
  });
});

afterAll(async () => {
  await serving.stop();
  await playground.close();
  server.closeAllConnections();
  server.close();
});

// The server brings the next query of a person only when the one before it is taken.
it('searches only for what stands when typing pauses, by webhook too', async () => {
  const lin = playground.addUser({ first_name: '林' });
  await playground.typeInline(lin, '');
  void playground.typeInline(lin, '馆');
  void playground.typeInline(lin, '馆长');
  expect(await playground.typeInline(lin, '馆长是谁')).toMatchObject({ status: 'answered' });
  expect(questions).toEqual(['馆长是谁']);
});
