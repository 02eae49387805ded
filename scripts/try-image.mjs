// npm run try:image: carries out the Dockerfile's steps without Docker, in a clean folder, the commands as a user without
// rights; measures what the image would hold beside its base, starts it with its files read-only, waits for its health
// check, and asks it a question over HTTP. Takes minutes and the network (npm ci).
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { copyOf, stagesOf, variablesOf, wordsOf } from './dockerfile.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Bytes that the product may add to its base. */
const MOST_BYTES = 250e6;
const PORT = '18080';
/** What .dockerignore leaves out of what is copied. */
const IGNORED = /^lab\/sets(\/|$)|(^|\/)node_modules(\/|$)/;
/** `nobody`, where this runs as the administrator; else whoever runs it has no rights to lose. */
const NOBODY = process.getuid?.() === 0 ? 65534 : undefined;
const QUESTION = '哪些电商平台拆墙？';

const scratch = mkdtempSync(join(tmpdir(), 'jianbao-image-'));
chmodSync(scratch, 0o755);

/** Where a path of the image is in the scratch folder. */
const placed = (stage, path) => join(scratch, stage, path.startsWith('/') ? path : join('app', path));
/** Paths of the image in a command line. */
const inScratch = (stage, text) =>
  text.replaceAll(/(?<![\w.])\/(app|articles|data|cache)\b/g, (path) => join(scratch, stage, path));

function giveAway(path) {
  if (NOBODY === undefined) return;
  chownSync(path, NOBODY, NOBODY);
  if (!statSync(path).isDirectory()) return;
  for (const name of readdirSync(path, { recursive: true, withFileTypes: true }))
    if (!name.isSymbolicLink()) chownSync(join(name.parentPath, name.name), NOBODY, NOBODY);
}

function environment(stage, variables) {
  const { PATH } = process.env;
  const own = Object.entries(variables).map(([name, value]) => [name, inScratch(stage, value)]);
  const network = Object.entries(process.env).filter(([name]) =>
    /proxy|ca_?(certs|file)|npm_config_registry/i.test(name),
  );
  return { PATH, HOME: join(scratch, 'home'), ...Object.fromEntries(network), ...Object.fromEntries(own) };
}

function carryOut(stage) {
  const variables = {};
  mkdirSync(placed(stage.name, '.'), { recursive: true });
  giveAway(join(scratch, stage.name));
  for (const { instruction, args } of stage.steps) {
    if (instruction === 'ENV') Object.assign(variables, variablesOf(args));
    if (instruction === 'COPY') copy(stage.name, args);
    if (instruction === 'RUN') run(stage.name, args, variables);
  }
  return variables;
}

function copy(stage, args) {
  const { from, sources, target } = copyOf(args);
  for (const source of sources) {
    const origin = from === undefined ? join(root, source) : placed(from, source);
    const place = target.endsWith('/')
      ? join(placed(stage, target), basename(source))
      : placed(stage, target);
    const isLeftOut = (path) => from === undefined && IGNORED.test(path.slice(root.length + 1));
    cpSync(origin, place, { recursive: true, filter: (path) => !isLeftOut(path), verbatimSymlinks: true });
    giveAway(place);
  }
}

function run(stage, args, variables) {
  // Who may own what is the business of a real image.
  const command = inScratch(stage, args).replaceAll(/&& chown [^&]*/g, '');
  process.stdout.write(`RUN ${args}\n`);
  const { status } = spawnSync('sh', ['-ec', command], {
    cwd: placed(stage, '.'),
    env: environment(stage, variables),
    stdio: ['ignore', 'inherit', 'inherit'],
    ...(NOBODY !== undefined && { uid: NOBODY, gid: NOBODY }),
  });
  if (status !== 0) throw new Error(`RUN ended with ${status}: ${args}`);
}

function bytesOf(path) {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function writeProtect(path) {
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (NOBODY !== undefined && !entry.isSymbolicLink()) chownSync(file, 0, 0);
    if (!entry.isSymbolicLink()) chmodSync(file, entry.isDirectory() ? 0o555 : 0o444);
  }
  if (NOBODY !== undefined) chownSync(path, 0, 0);
  chmodSync(path, 0o555);
}

async function healthy(stage, words) {
  for (let waited = 0; waited < 120; waited += 1) {
    const { status } = spawnSync(
      process.execPath,
      words.slice(1).map((word) => word.replaceAll('8080', PORT)),
    );
    if (status === 0) return;
    await pause(1_000);
  }
  throw new Error(`${stage}: the health check did not become well`);
}

/** Asks in the page's private chat and waits for what the bot says. */
async function asked() {
  const address = `http://127.0.0.1:${PORT}/playground`;
  const act = async (action) => {
    const response = await fetch(`${address}/actions`, {
      method: 'POST',
      body: JSON.stringify(action),
      headers: { 'content-type': 'application/json' },
    });
    return response.json();
  };
  const { result: demo } = await act({ type: 'visit', language: 'zh' });
  const said = await act({ type: 'say', chat: demo.visitor, from: demo.visitor, text: QUESTION });
  if (!said.ok) throw new Error(`not said: ${JSON.stringify(said)}`);
  for (let waited = 0; waited < 30; waited += 1) {
    const { calls } = await (await fetch(`${address}/state`)).json();
    const sent = calls.find(({ method }) => method === 'sendMessage');
    if (sent) return sent.parameters?.text ?? sent.payload?.text ?? JSON.stringify(sent);
    await pause(1_000);
  }
  throw new Error('no answer');
}

const stages = stagesOf(readFileSync(join(root, 'Dockerfile'), 'utf8'));
let bot;
try {
  mkdirSync(join(scratch, 'home'));
  giveAway(join(scratch, 'home'));
  const variables = stages.map(carryOut).at(-1);
  const last = stages.at(-1);
  const bytes = bytesOf(placed(last.name, '.'));
  process.stdout.write(`the image holds ${(bytes / 1e6).toFixed(0)} MB beside its base\n`);
  if (bytes > MOST_BYTES) throw new Error(`more than ${MOST_BYTES / 1e6} MB`);
  cpSync(join(root, 'seeds'), placed(last.name, '/articles'), { recursive: true });
  for (const folder of ['/data', '/cache']) giveAway(placed(last.name, folder));
  writeProtect(placed(last.name, '.'));
  const of = (instruction) => last.steps.find((step) => step.instruction === instruction)?.args ?? '[]';
  const [, ...words] = wordsOf(of('CMD'));
  bot = spawn(process.execPath, words, {
    cwd: placed(last.name, '.'),
    env: { ...environment(last.name, variables), HTTP_PORT: PORT },
    stdio: ['ignore', 'inherit', 'inherit'],
    ...(NOBODY !== undefined && { uid: NOBODY, gid: NOBODY }),
  });
  await healthy(last.name, wordsOf(of('HEALTHCHECK')));
  process.stdout.write(`asked ${QUESTION}\nanswered ${await asked()}\n`);
  const ended = new Promise((resolve) => bot.once('exit', resolve));
  const began = performance.now();
  bot.kill('SIGTERM');
  const code = await ended;
  process.stdout.write(`stopped in ${((performance.now() - began) / 1000).toFixed(1)} s with ${code}\n`);
  if (code !== 0) process.exitCode = 1;
} finally {
  if (bot?.exitCode === null) bot.kill('SIGKILL');
  if (process.env.KEEP_IMAGE === undefined) rmSync(scratch, { recursive: true, force: true });
  else process.stdout.write(`kept in ${scratch}\n`);
}
