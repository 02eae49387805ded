import { type Routes, reply } from './http.js';

/**
 * What tells those who watch over the bot how it is: `/healthz` that the process lives, `/readyz` whether questions are
 * answered.
 * @param isReady whether the collection is open and updates are being taken
 */
export function healthRoutes(isReady: () => boolean): Routes {
  return {
    'GET /healthz': (_, response) => reply(response, 200, 'ok'),
    'GET /readyz': (_, response) =>
      isReady() ? reply(response, 200, 'ready') : reply(response, 503, 'not ready'),
  };
}
