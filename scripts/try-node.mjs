// npm run try:node -- 22 24 [-- vitest arguments]: brings these versions of Node.js (the npm package `node`) into the
// system's temporary folder, and with each: an older one than package.json asks for has to say so at every entry; any
// other has to build, start with a chat page, answer its health check, stop, and pass the unit tests.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const LEAST = Number.parseInt(engines.node.replace('>=', ''), 10);
const ENTRIES = [
  'scripts/install.mjs',
  'dist/bin/service.js',
  ...['ask', 'read', 'doctor'].map((name) => `dist/src/cli/${name}.js`),
];
const SENTENCE = /needs Node\.js .* or newer/;

const args = process.argv.slice(2);
const cut = args.indexOf('--');
const versions = cut < 0 ? args : args.slice(0, cut);
const forVitest = cut < 0 ? [] : args.slice(cut + 1);

/** Folder with the `node` of a version. */
function brought(version) {
  const folder = join(tmpdir(), `jianbao-node-${version}`);
  const bin = join(folder, 'node_modules/node/bin');
  if (existsSync(join(bin, 'node'))) return bin;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  // The package's script puts the program of this system in its place.
  const { status } = spawnSync(
    'npm',
    ['install', `node@${version}.x`, '--ignore-scripts=false', '--no-audit', '--no-fund'],
    {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  if (status !== 0 || !existsSync(join(bin, 'node')))
    throw new Error(`Node.js ${version} could not be brought`);
  return bin;
}

function run(env, command, ...rest) {
  return spawnSync(command, rest, { cwd: root, env, encoding: 'utf8', maxBuffer: 2 ** 28 });
}

function refuses(node, env) {
  for (const entry of ENTRIES) {
    const { status, stderr } = run(env, node, entry);
    if (status === 0 || !SENTENCE.test(stderr)) throw new Error(`${entry} gives no sentence:\n${stderr}`);
    process.stdout.write(`  ${entry}: ${stderr.split('\n')[0]}\n`);
  }
}

async function starts(node, env) {
  const cwd = mkdtempSync(join(tmpdir(), 'jianbao-start-'));
  const own = {
    ...env,
    BOT_TOKEN: '',
    HTTP_PORT: '18090',
    SEEDS_DIR: join(root, 'seeds'),
    INDEX_CACHE_DIR: '',
    DATA_DIR: '',
  };
  const bot = spawn(node, [join(root, 'dist/bin/service.js')], {
    cwd,
    env: own,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise((resolve) => bot.once('exit', resolve));
  for (let waited = 0; waited < 60; waited += 1) {
    const ready = await fetch('http://127.0.0.1:18090/readyz').catch(() => undefined);
    if (ready?.ok) break;
    if (bot.exitCode !== null || waited === 59) throw new Error('it does not become ready');
    await pause(1_000);
  }
  bot.kill('SIGTERM');
  if ((await ended) !== 0) throw new Error('it does not stop in good order');
  process.stdout.write('  starts, is ready, stops\n');
}

for (const version of versions) {
  const bin = brought(version);
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
  const node = join(bin, 'node');
  process.stdout.write(`Node.js ${run(env, node, '--version').stdout}`);
  if (Number.parseInt(version, 10) < LEAST) {
    refuses(node, env);
    continue;
  }
  const built = run(env, 'npm', 'run', '-s', 'build');
  if (built.status !== 0) throw new Error(`it does not build:\n${built.stderr}`);
  await starts(node, env);
  const tested = spawnSync(
    node,
    ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', ...forVitest],
    {
      cwd: root,
      env,
      stdio: 'inherit',
    },
  );
  if (tested.status !== 0) throw new Error(`the unit tests do not pass on Node.js ${version}`);
}
