// npm run test:opensearch: starts a cluster, runs test/opensearch against it, and ends all that it started.
//   -- --single      one node of 256 MB instead of three: quick, and without the tests of faults
//   -- FILE …        only these test files, and whatever else vitest takes
//   FAULT_SECONDS=45 FAULT_QUESTIONS=10 how long and how often a second the bots are asked under each fault; SAMENESS=full: 2,000 questions over 20,000 passages;
//   MEMORY_PASSAGES=1000000 at how many passages a bot's memory is measured
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MissingError } from './artifacts.mjs';
import { startCluster } from './cluster.mjs';
import { controlNodes } from './control.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const args = process.argv.slice(2);
const single = args.includes('--single');
let tests;

/** Ends the tests; what comes after them ends the cluster. */
const interrupted = new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      tests?.kill('SIGTERM');
      resolve(130);
    });
});

async function main() {
  const began = Date.now();
  const starting = startCluster({ single });
  const cluster = await Promise.race([starting, interrupted]);
  if (cluster === 130) {
    await (await starting).stop();
    return 130;
  }
  const control = await controlNodes(cluster.nodes);
  try {
    const seconds = ((Date.now() - began) / 1000).toFixed(0);
    process.stderr.write(`${cluster.nodes.length} node(s) of OpenSearch after ${seconds} s.\n`);
    return await Promise.race([run(cluster.nodes, control.url), interrupted]);
  } finally {
    control.close();
    await cluster.stop();
  }
}

function run(nodes, control) {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const rest = args.filter((arg) => arg !== '--single');
  tests = spawn(process.execPath, [vitest, 'run', '--config', 'test/opensearch/vitest.config.ts', ...rest], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      OPENSEARCH_URLS: nodes.map(({ url }) => url).join(','),
      OPENSEARCH_CONTROL: control,
    },
  });
  return new Promise((resolve) => tests.on('exit', (code) => resolve(code ?? 1)));
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof MissingError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
