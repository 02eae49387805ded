// A cluster for tests: each node a process of its own on ports of its own, so that one can be killed or paused.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { artifacts } from './artifacts.mjs';

/**
 * Small and early on its feet, not fast: a heap of so many MB, the quick compiler alone (C1), one collector thread. Speed is
 * measured on clusters of another make.
 */
const HEAP_MB = { three: 448, single: 256 };
const JVM = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto', '-XX:-UsePerfData'];
/** How long a cluster may take to be whole, in milliseconds. */
const GREEN_MS = 180_000;
const KILL_MS = 12_000;

/** A node that hangs is out after 4 seconds, one that died is not waited for: tests of faults take seconds, not minutes. */
const SETTINGS = {
  'action.auto_create_index': 'false',
  'cluster.routing.allocation.disk.threshold_enabled': 'false',
  'cluster.fault_detection.follower_check.timeout': '2s',
  'cluster.fault_detection.follower_check.retry_count': '2',
  'cluster.fault_detection.leader_check.timeout': '2s',
  'cluster.fault_detection.leader_check.retry_count': '2',
  // A search that a node began before it hung holds its shard's old copy for so long, by default for five minutes.
  'search.default_keep_alive': '20s',
  'search.keep_alive_interval': '5s',
};

/**
 * Starts a cluster and waits until it is whole.
 * @param single one node of 256 MB instead of three
 * @param heapMb another heap, and `jvm` other settings of the machine that runs it, to measure its speed
 * @returns its nodes, which can be started again, killed and paused, and what ends all of it
 */
export async function startCluster({
  single = false,
  heapMb = single ? HEAP_MB.single : HEAP_MB.three,
  jvm = JVM,
} = {}) {
  const { java, classPath } = artifacts();
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-opensearch-'));
  const names = single ? ['n1'] : ['n1', 'n2', 'n3'];
  const ports = await freePorts(names.length * 2);
  const seeds = names.map((_, i) => `127.0.0.1:${ports[names.length + i]}`).join(',');
  const together = single
    ? { 'discovery.type': 'single-node' }
    : { 'discovery.seed_hosts': seeds, 'cluster.initial_cluster_manager_nodes': names.join(',') };
  const heap = `${heapMb}m`;
  const nodes = names.map((name, i) => {
    const home = join(folder, name);
    const settings = {
      ...SETTINGS,
      ...together,
      'cluster.name': 'jianbao-test',
      'node.name': name,
      'path.home': home,
      'path.data': join(home, 'data'),
      // One folder that all nodes reach, for snapshots.
      'path.repo': join(folder, 'snapshots'),
      'http.port': ports[i],
      'transport.port': ports[names.length + i],
    };
    const args = Object.entries(settings).map(([key, value]) => `${key}=${value}`);
    const command = [java, `-Xms${heap}`, `-Xmx${heap}`, ...jvm, '-cp', classPath, 'OpenSearchNode', ...args];
    return new TestNode(name, `http://127.0.0.1:${ports[i]}`, home, command);
  });
  const stop = async () => {
    await Promise.all(nodes.map((node) => node.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (const node of nodes) node.start();
    await whenGreen(nodes);
  } catch (error) {
    await stop();
    throw error;
  }
  return { nodes, stop };
}

/** One node, and the process that it is at present. */
export class TestNode {
  #process;

  constructor(name, url, home, command) {
    Object.assign(this, { name, url, home, command });
    mkdirSync(home, { recursive: true });
  }

  get log() {
    return join(this.home, 'node.log');
  }

  get isRunning() {
    return (
      this.#process !== undefined && this.#process.exitCode === null && this.#process.signalCode === null
    );
  }

  start() {
    const [command, ...args] = this.command;
    const output = createWriteStream(this.log, { flags: 'a' });
    // The node ends with its standard input, so that it does not outlive this process.
    this.#process = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], cwd: this.home });
    this.#process.stdin.on('error', () => {});
    this.#process.stdout.pipe(output, { end: false });
    this.#process.stderr.pipe(output, { end: false });
  }

  /** Sends a signal: SIGKILL, SIGSTOP, SIGCONT. */
  signal(name) {
    this.#process?.kill(name);
  }

  async stop() {
    if (!this.isRunning) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGCONT');
    this.#process.kill('SIGTERM');
    const late = setTimeout(() => this.#process.kill('SIGKILL'), KILL_MS);
    await ended;
    clearTimeout(late);
  }
}

/** Waits until all nodes have found each other and every shard has its copies. */
export async function whenGreen(nodes, ms = GREEN_MS) {
  const until = Date.now() + ms;
  const wanted = nodes.filter((node) => node.isRunning).length;
  for (;;) {
    const dead = nodes.find((node) => !node.isRunning);
    if (dead) throw new Error(`node ${dead.name} ended:\n${lastLines(dead.log)}`);
    for (const { url } of nodes) {
      const health = await healthOf(url);
      if (health?.status === 'green' && health.number_of_nodes === wanted) return;
    }
    if (Date.now() > until)
      throw new Error(`the cluster is not whole after ${ms / 1000} s:\n${lastLines(nodes[0].log)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function healthOf(url) {
  try {
    const response = await fetch(`${url}/_cluster/health`, { signal: AbortSignal.timeout(2_000) });
    return await response.json();
  } catch {
    return undefined;
  }
}

function lastLines(path) {
  return readFileSync(path, 'utf8').split('\n').slice(-20).join('\n');
}

/** Ports that nothing listens on at present, all different. */
async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
