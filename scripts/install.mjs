// Installs the packages that package-lock.json names, where they are missing or others. Every script of package.json that
// needs packages begins with this, so that one command is enough on a fresh clone; with all in place it takes a moment.
// What it says goes to standard error: standard output belongs to the command that follows.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
/** npm's own record of what it installed. */
const RECORD = join(modules, '.package-lock.json');
/** Optional packages that were tried in vain, a line each: `node_modules/NAME VERSION`. npm notes nothing of them. */
const TRIED = join(modules, '.tried-optional');

/** Packages by path, as a lock file has them. */
const packagesIn = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;
const wanted = packagesIn(join(root, 'package-lock.json'));

/** Which packages node_modules lacks or has in another version: those that have to be there, and those that may. */
function missing() {
  const installed = existsSync(RECORD) ? packagesIn(RECORD) : {};
  const lacks = (path) => installed[path]?.version !== wanted[path].version;
  const required = Object.keys(wanted).filter(
    (path) => path !== '' && !wanted[path].optional && !wanted[path].peer && lacks(path),
  );
  const optional = [...reached()].filter((path) => wanted[path].optional && lacks(path));
  return { required, optional: optional.map((path) => `${path} ${wanted[path].version}`) };
}

/** What is to be installed on this system: all that the project leads to, less what does not run here. */
function reached() {
  const found = new Set(['']);
  for (const path of found) {
    const { dependencies, optionalDependencies, devDependencies } = wanted[path];
    const own = path === '' ? devDependencies : {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...own })) {
      const place = placeOf(name, path);
      if (place !== undefined && fits(wanted[place])) found.add(place);
    }
  }
  return found;
}

/** Where a package finds another: in its own node_modules, or in those of a folder above it. */
function placeOf(name, from) {
  for (let above = from; ; above = above.slice(0, Math.max(0, above.lastIndexOf('node_modules') - 1))) {
    const place = `${above}${above && '/'}node_modules/${name}`;
    if (wanted[place]) return place;
    if (above === '') return undefined;
  }
}

/** https://docs.npmjs.com/cli/configuring-npm/package-json#os: names, or with `!` names that are left out. */
function fits({ os, cpu, libc }) {
  const among = (names, own) =>
    !names ||
    (!names.includes(`!${own}`) && (names.includes(own) || names.every((name) => name.startsWith('!'))));
  return among(os, process.platform) && among(cpu, process.arch) && (!libc || among(libc, libraryOfC()));
}

/** npm tells them apart in this way, too. */
function libraryOfC() {
  if (process.platform !== 'linux') return undefined;
  process.report.excludeNetwork = true;
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}

const tried = () => (existsSync(TRIED) ? readFileSync(TRIED, 'utf8').split('\n') : []);

const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const lowest = engines.node.replace('>=', '').split('.').map(Number);
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < lowest[0] || (major === lowest[0] && minor < lowest[1])) {
  process.stderr.write(
    `Jianbao needs Node.js ${lowest.join('.')} or newer; this is ${process.versions.node}. https://nodejs.org\n` +
      `剪报需要 Node.js ${lowest.join('.')} 或更新的版本，现在是 ${process.versions.node}。https://nodejs.org\n`,
  );
  process.exit(1);
}

const { required, optional } = missing();
const untried = optional.filter((line) => !tried().includes(line));
if (required.length + untried.length > 0) {
  const first = !existsSync(RECORD);
  process.stderr.write(first ? 'Installing packages (first run only) …\n' : 'Installing packages …\n');
  // Script files of packages are not run (.npmrc): none is needed, and none may fetch what the lock file does not cover.
  const { status, error } = spawnSync('npm', ['ci', '--include=dev', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (error) process.stderr.write(`npm ci could not start: ${error.message}\n`);
  if (error || status !== 0) process.exit(1);
  // npm goes on without an optional package that it cannot install. Once is enough: the next start is not to wait again.
  const lacking = missing().optional;
  if (lacking.length > 0) writeFileSync(TRIED, lacking.join('\n'));
}
