import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Whether nodejieba's native part is there, to compare with; else why not, in a sentence. */
export type Addon = { readonly there: true } | { readonly there: false; readonly reason: string };

/**
 * Builds nodejieba's native part unless it is there. The product reads its dictionary only, so that the part is not
 * installed with it: that would take a compiler, or a download that no lock file covers. It takes a minute, once.
 */
export function ensureAddon(): Addon {
  const folder = dirname(createRequire(import.meta.url).resolve('nodejieba/package.json'));
  const addon = join(folder, 'build', 'Release', 'nodejieba.node');
  if (existsSync(addon)) return { there: true };
  const absent = ['make', 'g++', 'python3'].filter((tool) => !runs(tool));
  if (absent.length > 0) {
    return {
      there: false,
      reason: `nodejieba is not compared with: building it needs ${absent.join(' and ')}, not found here.`,
    };
  }
  process.stderr.write('Building nodejieba to compare with (only once; about a minute) …\n');
  const built = spawnSync('npx', ['--yes', '@mapbox/node-pre-gyp', 'rebuild', '--build-from-source'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 2],
    shell: process.platform === 'win32',
  });
  if (built.status === 0 && existsSync(addon)) return { there: true };
  return { there: false, reason: 'nodejieba is not compared with: it could not be built; see above.' };
}

function runs(tool: string): boolean {
  return spawnSync(tool, ['--version'], { stdio: 'ignore' }).status === 0;
}
