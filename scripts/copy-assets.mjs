// Puts the files that are no code (weights, lists of words, the chat page) beside the compiled code that reads them, and
// takes out of dist/ what its source no longer has.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const FOLDERS = ['src', 'playground', 'lab', 'bin'];
const ASSET = /\.(html|css|js|svg|png|json|txt)$/;
/** What the commands of the laboratory read where it stands. */
const STAYS = /^lab[\\/](?:data|sets|bench[\\/]packages)[\\/]/;

function filesBelow(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

const sources = FOLDERS.flatMap(filesBelow);
for (const path of sources) {
  if (!ASSET.test(path) || STAYS.test(path)) continue;
  const target = join(dist, path);
  if (existsSync(target) && statSync(target).mtimeMs >= statSync(join(root, path)).mtimeMs) continue;
  mkdirSync(dirname(target), { recursive: true });
  cpSync(join(root, path), target);
}

const known = new Set(sources);
for (const path of filesBelow('dist')) {
  const origin = path.slice('dist/'.length).replace(/\.js\.map$/, '.js');
  if (!FOLDERS.some((folder) => origin.startsWith(folder))) continue;
  if (!known.has(origin) && !known.has(origin.replace(/\.js$/, '.ts'))) rmSync(join(root, path));
}
