// Lets tests, which are another process, do to the nodes of a cluster what happens to machines.
import { once } from 'node:events';
import { createServer } from 'node:http';

/** What may be done to a node, by the last part of the path. */
const DEEDS = {
  kill: (node) => node.signal('SIGKILL'),
  hang: (node) => node.signal('SIGSTOP'),
  wake: (node) => node.signal('SIGCONT'),
  start: (node) => node.start(),
};

/**
 * Serves `POST /NODE/DEED` on a free port of this machine: `POST /n1/kill`.
 * @returns its address, and what ends it
 */
export async function controlNodes(nodes) {
  const server = createServer((request, response) => {
    const [, name, deed] = request.url.split('/');
    const node = nodes.find((one) => one.name === name);
    const act = Object.hasOwn(DEEDS, deed) ? DEEDS[deed] : undefined;
    if (request.method !== 'POST' || !node || !act) return response.writeHead(404).end();
    act(node);
    response.writeHead(200).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
