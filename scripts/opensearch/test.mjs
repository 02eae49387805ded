// npm run test:opensearch: starts a cluster, runs test/opensearch against it, and ends all that it started.
//   -- --single      one node of 256 MB instead of three: quick, and without the tests of faults
//   -- FILE …        only these test files, and whatever else vitest takes
//   FAULT_SECONDS=45 FAULT_QUESTIONS=10 how long and how often a second the bots are asked under each fault; SAMENESS=full: 2,000 questions over 20,000 passages;
//   MEMORY_PASSAGES=1000000 at how many passages a bot's memory is measured
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runAgainst } from './against.mjs';
import { controlNodes } from './control.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const args = process.argv.slice(2);
const began = Date.now();

await runAgainst({ single: args.includes('--single') }, async (nodes) => {
  const control = await controlNodes(nodes);
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  process.stderr.write(`${nodes.length} node(s) of OpenSearch after ${seconds} s.\n`);
  return { child: test(nodes, control.url), close: () => control.close() };
});

function test(nodes, control) {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const rest = args.filter((arg) => arg !== '--single');
  return spawn(process.execPath, [vitest, 'run', '--config', 'test/opensearch/vitest.config.ts', ...rest], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      OPENSEARCH_URLS: nodes.map(({ url }) => url).join(','),
      OPENSEARCH_CONTROL: control,
    },
  });
}
