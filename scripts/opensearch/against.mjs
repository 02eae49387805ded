// Runs a command against a cluster of its own, and ends both, however it ends.
import { MissingError } from './artifacts.mjs';
import { startCluster } from './cluster.mjs';

const INTERRUPTED = 130;

/**
 * Starts a cluster, has a command run, ends what was started, and sets the exit code: the command's, 130 where it was
 * interrupted, 2 where something is missing, which is said.
 * @param options of `startCluster`
 * @param begin is given the nodes, and gives the process of the command and what else is to be closed in the end
 */
export async function runAgainst(options, begin) {
  try {
    process.exitCode = await carryOut(options, begin);
  } catch (error) {
    if (!(error instanceof MissingError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

async function carryOut(options, begin) {
  let command;
  const interrupted = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
      process.on(signal, () => {
        command?.child.kill('SIGTERM');
        resolve(INTERRUPTED);
      });
  });
  const starting = startCluster(options);
  const cluster = await Promise.race([starting, interrupted]);
  if (cluster === INTERRUPTED) {
    await (await starting).stop();
    return INTERRUPTED;
  }
  try {
    command = await begin(cluster.nodes);
    return await Promise.race([ended(command.child), interrupted]);
  } finally {
    command?.close?.();
    await cluster.stop();
  }
}

/** @returns the exit code */
export function ended(child) {
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}
