// npm run with:opensearch -- COMMAND …: starts one node, runs a command that finds it in INDEX_URL, and ends it.
//   npm run with:opensearch -- npm run eval -- worlds
import { spawn } from 'node:child_process';
import { MissingError } from './artifacts.mjs';
import { startCluster } from './cluster.mjs';

/** A node as it is run, not as small as it can be: a heap of so many MB, all compilers and the usual collector. */
const NODE = { single: true, heapMb: 4_096, jvm: [] };
const command = process.argv.slice(2);

async function main() {
  if (command.includes('--help')) return run({});
  const { nodes, stop } = await startCluster(NODE);
  const interrupted = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(130));
  });
  try {
    return await Promise.race([run({ INDEX_URL: nodes[0].url }), interrupted]);
  } finally {
    await stop();
  }
}

function run(setting) {
  const [name = 'true', ...args] = command;
  const child = spawn(name, args, { stdio: 'inherit', env: { ...process.env, ...setting } });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof MissingError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
