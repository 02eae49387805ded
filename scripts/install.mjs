// Installs the packages that package-lock.json names, where they are missing or others. Every script of package.json that
// needs packages begins with this, so that one command is enough on a fresh clone; with all in place it takes a moment.
// What it says goes to standard error: standard output belongs to the command that follows.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Packages by path, as a lock file has them. */
const packagesIn = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

/** Whether node_modules holds what the lock file names, by npm's own record of what it installed. */
function isInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesIn(record);
  return Object.entries(packagesIn(join(root, 'package-lock.json'))).every(
    ([path, { version, optional, peer }]) =>
      path === '' || optional || peer || installed[path]?.version === version,
  );
}

const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const lowest = engines.node.replace('>=', '').split('.').map(Number);
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < lowest[0] || (major === lowest[0] && minor < lowest[1])) {
  process.stderr.write(
    `Jianbao needs Node.js ${lowest.join('.')} or newer; this is ${process.versions.node}. https://nodejs.org\n`,
  );
  process.exit(1);
}

if (!isInstalled()) {
  process.stderr.write('Installing packages (first run only) …\n');
  // Script files of packages are not run (.npmrc): none is needed, and none may fetch what the lock file does not cover.
  const { status, error } = spawnSync('npm', ['ci', '--include=dev', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (error) process.stderr.write(`npm ci could not start: ${error.message}\n`);
  if (error || status !== 0) process.exit(1);
}
