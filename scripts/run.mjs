// Runs a command of the project from a fresh clone: installs what is missing, builds what has changed, then
// hands over. Its own words go to standard error, so that standard output holds nothing but the command's.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureBotApi } from './derive-bot-api.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const LOWEST_NODE = [20, 19];
/** Files that the build copies beside the compiled code as they are. */
const ASSET = /\.(html|css|js|svg|png|json|utf8|txt)$/;

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function run(command, args, what) {
  // Standard output of helpers is sent to standard error (descriptor 2).
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (error) fail(`${what} could not start: ${error.message}`);
  if (status !== 0) fail(`${what} failed; its own message is above.`);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < LOWEST_NODE[0] || (major === LOWEST_NODE[0] && minor < LOWEST_NODE[1])) {
    fail(
      `Jianbao needs Node.js ${LOWEST_NODE.join('.')} or newer; this is ${process.versions.node}. https://nodejs.org`,
    );
  }
}

/** Installs when node_modules is missing, incomplete or older than the lock file says. */
function install() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');
  const wanted = createHash('sha256')
    .update(manifest)
    .update(lock)
    .update(process.versions.modules)
    .digest('hex');
  const stamp = join(root, 'node_modules', '.jianbao-installed');
  const addon = join(root, 'node_modules', 'nodejieba', 'build', 'Release', 'nodejieba.node');
  if (existsSync(stamp) && existsSync(addon) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write('Installing packages (first run only) …\n');
  run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], 'npm ci');
  if (!existsSync(addon)) {
    fail(
      'nodejieba was installed without its native part. It needs a C++ toolchain: install make, g++ and python3,\n' +
        'then run `npm rebuild nodejieba` and this command again.',
    );
  }
  writeFileSync(stamp, wanted);
}

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

/** Compiles src/ to dist/ when a source file, the settings of the compiler or its version have changed. */
function build() {
  const src = join(root, 'src');
  ensureBotApi();
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const name of ['tsconfig.json', 'tsconfig.build.json']) hash.update(readFileSync(join(root, name)));
  const sources = [...filesBelow(src)].sort();
  for (const path of sources) hash.update(path.slice(src.length)).update(readFileSync(path));
  const wanted = hash.digest('hex');
  const dist = join(root, 'dist');
  const stamp = join(dist, '.built');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write('Building …\n');
  rmSync(stamp, { force: true });
  for (const path of existsSync(dist) ? [...filesBelow(dist)] : []) {
    const origin = join(src, path.slice(dist.length + 1).replace(/\.(js|js\.map)$/, '.ts'));
    if (
      /\.js(\.map)?$/.test(path) &&
      !existsSync(origin) &&
      !existsSync(join(src, path.slice(dist.length + 1)))
    ) {
      rmSync(path);
    }
  }
  run(
    process.execPath,
    [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'],
    'The build',
  );
  for (const path of sources) {
    if (!ASSET.test(path)) continue;
    const target = join(dist, path.slice(src.length + 1));
    mkdirSync(dirname(target), { recursive: true });
    if (!existsSync(target) || statSync(target).mtimeMs < statSync(path).mtimeMs) cpSync(path, target);
  }
  writeFileSync(stamp, wanted);
}

/** Runs the steps one after the other and stops at the first that fails, with its exit code. */
function steps(list) {
  for (const [bin, ...args] of list) {
    const { status } = spawnSync(process.execPath, [join(root, 'node_modules', bin), ...args], {
      cwd: root,
      stdio: 'inherit',
    });
    if (status !== 0) process.exit(status ?? 1);
  }
}

const [command, ...args] = process.argv.slice(2);
requireNode();
install();
if (command === '--check') {
  steps([
    ['typescript/bin/tsc', '-p', 'tsconfig.json'],
    ['typescript/bin/tsc', '-p', 'src/playground/page/tsconfig.json'],
    ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
    ['vitest/vitest.mjs', 'run', 'test/layers.test.ts'],
  ]);
} else {
  build();
  if (command === '--build') process.exit(0);
  if (command === '--test') steps([['vitest/vitest.mjs', 'run', ...args]]);
  else {
    const entry = join(root, 'dist', `${command}.js`);
    process.argv = [process.execPath, entry, ...args];
    await import(pathToFileURL(entry).href);
  }
}
