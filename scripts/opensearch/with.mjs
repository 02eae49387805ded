// npm run with:opensearch -- COMMAND …: starts one node, runs a command that finds it in INDEX_URL, and ends it.
//   npm run with:opensearch -- npm run eval -- worlds
import { spawn } from 'node:child_process';
import { ended, runAgainst } from './against.mjs';

/** A node as it is run, not as small as it can be: a heap of so many MB, all compilers and the usual collector. */
const NODE = { single: true, heapMb: 4_096, jvm: [] };
const [name = 'true', ...args] = process.argv.slice(2);

function run(setting) {
  return spawn(name, args, { stdio: 'inherit', env: { ...process.env, ...setting } });
}

// Help needs no cluster.
if (args.includes('--help')) process.exitCode = await ended(run({}));
else await runAgainst(NODE, ([{ url }]) => ({ child: run({ INDEX_URL: url }) }));
