import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { copyOf, stagesOf, variablesOf, wordsOf } from '../../scripts/dockerfile.mjs';
import { LEAST_NODE } from '../../src/app/node-version.js';
import { SETTING_NAMES } from '../../src/app/settings.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const STAGES = stagesOf(read('Dockerfile'));
const LAST = STAGES.at(-1)!;
const of = (instruction: string): string[] =>
  LAST.steps.filter((step) => step.instruction === instruction).map(({ args }) => args);
const isEntry = (path: string): boolean =>
  existsSync(join(ROOT, path.replace(/^dist\//, '').replace(/\.js$/, '.ts')));

describe('the Dockerfile', () => {
  it('copies what is there, and what .dockerignore lets through', () => {
    const let_through = read('.dockerignore').split('\n');
    for (const { steps } of STAGES)
      for (const { instruction, args } of steps) {
        if (instruction !== 'COPY') continue;
        const { from, sources } = copyOf(args);
        if (from !== undefined) expect(STAGES.map(({ name }) => name)).toContain(from);
        else
          for (const source of sources) {
            expect(existsSync(join(ROOT, source)), source).toBe(true);
            expect(let_through, source).toContain(`!${source}`);
          }
      }
  });

  it('runs the product as a user without rights, with settings that there are', () => {
    expect(of('USER')).toEqual(['node']);
    const [, entry = ''] = wordsOf(of('CMD')[0]!);
    expect(isEntry(entry)).toBe(true);
    const names = Object.keys(variablesOf(of('ENV')[0]!)).filter((name) => name !== 'NODE_ENV');
    expect(names.filter((name) => !SETTING_NAMES.includes(name))).toEqual([]);
  });

  it('builds and runs on the same base, no older than is needed', () => {
    const bases = new Set(STAGES.map(({ base }) => base));
    expect(bases.size).toBe(1);
    const [, major] = /^node:(\d+)-/.exec([...bases][0]!) ?? [];
    expect(Number(major)).toBeGreaterThanOrEqual(Number.parseInt(LEAST_NODE, 10));
  });
});

test('compose.yaml gives the container no rights, and keeps what has to outlast it', () => {
  const { services, volumes } = parse(read('compose.yaml'));
  const { jianbao } = services;
  expect(jianbao).toMatchObject({
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    restart: 'unless-stopped',
  });
  const mounts = new Map(jianbao.volumes.map((mount: string) => mount.split(':').slice(0, 2).reverse()));
  for (const path of Object.values(jianbao.environment)) expect(mounts.has(path), String(path)).toBe(true);
  expect(Object.keys(volumes).sort()).toEqual(['cache', 'data']);
});

test('the systemd unit starts what is built, and names settings that there are', () => {
  const unit = read('deploy/jianbao.service');
  const [, entry = ''] = /^ExecStart=\/usr\/bin\/env node (\S+)$/m.exec(unit) ?? [];
  expect(isEntry(entry)).toBe(true);
  const [, variables = ''] = /^Environment=(.+)$/m.exec(unit) ?? [];
  expect(Object.keys(variablesOf(variables)).filter((name) => !SETTING_NAMES.includes(name))).toEqual([]);
  for (const line of [
    'NoNewPrivileges=true',
    'ProtectSystem=strict',
    'CapabilityBoundingSet=',
    'RestartPreventExitStatus=2',
  ])
    expect(unit.split('\n')).toContain(line);
});

test('the oldest Node.js is the same wherever it is told', () => {
  const { engines } = JSON.parse(read('package.json'));
  expect(`${engines.node}.0`).toBe(`>=${LEAST_NODE}`);
});

test('packages run no script of theirs when they are installed', () => {
  expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
});
