// What a node for tests is made of: found, fetched and compiled once, kept in .cache/opensearch.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const cache = join(here, '../../.cache/opensearch');
const lib = join(cache, 'lib');
const classes = join(cache, 'classes');
/** Tells of what the artifacts were made. */
const stamp = join(cache, 'made-of');
const LEAST_JAVA = 17;

/** Something that has to be there is not; the message says what to install. */
export class MissingError extends Error {
  name = 'MissingError';
}

/**
 * @returns the command that runs Java, and the class path of a node
 * @throws MissingError
 */
export function artifacts() {
  const java = javaCommand('java');
  const maven = spawnSync('mvn', ['--version'], { encoding: 'utf8' });
  if (maven.status !== 0) throw new MissingError('Maven is missing: install it so that "mvn" is found.');
  const sources = ['pom.xml', 'java/OpenSearchNode.java', 'java/log4j2.xml'].map((file) => join(here, file));
  const made = createHash('sha256');
  for (const source of sources) made.update(readFileSync(source));
  const name = made.digest('hex');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== name) {
    make(sources[1]);
    writeFileSync(stamp, name);
  }
  return { java, classPath: [classes, join(lib, '*')].join(process.platform === 'win32' ? ';' : ':') };
}

/** A command of the JDK: that of JAVA_HOME, else the one that is found. */
function javaCommand(name) {
  const home = process.env.JAVA_HOME;
  const command = home ? join(home, 'bin', name) : name;
  const { status, stdout, stderr } = spawnSync(command, ['-version'], { encoding: 'utf8' });
  const version = Number(/(?:version "|javac )(\d+)/.exec(`${stdout}${stderr}`)?.[1]);
  if (status === 0 && version >= LEAST_JAVA) return command;
  const found = status === 0 ? `"${command}" is version ${version}` : `"${command}" cannot be run`;
  throw new MissingError(
    `A JDK of version ${LEAST_JAVA} or later is missing (${found}): install it, or set JAVA_HOME.`,
  );
}

function make(main) {
  const javac = javaCommand('javac');
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(classes, { recursive: true });
  process.stderr.write('Fetching OpenSearch from Maven Central (once, about 50 MB) …\n');
  run('mvn', [
    ...['--batch-mode', '--quiet', '--file', join(here, 'pom.xml')],
    ...['dependency:copy-dependencies', `-DoutputDirectory=${lib}`],
  ]);
  run(javac, ['--release', String(LEAST_JAVA), '-cp', join(lib, '*'), '-d', classes, main]);
  cpSync(join(here, 'java/log4j2.xml'), join(classes, 'log4j2.xml'));
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? `exit status ${status}`}`);
}
