// Takes out of an installed product what does not run here: binaries for other systems, maps, declarations, the laboratory.
// For images (Dockerfile); a clone that is worked on keeps all of it.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const remove = (path) => rmSync(path, { recursive: true, force: true });
const foldersIn = (path) => (existsSync(path) ? readdirSync(path) : []);

/** node_modules/onnxruntime-node/bin/napi-vN/SYSTEM/PROCESSOR */
const binaries = join(root, 'node_modules/onnxruntime-node/bin');
for (const version of foldersIn(binaries))
  for (const system of foldersIn(join(binaries, version)))
    for (const processor of foldersIn(join(binaries, version, system)))
      if (system !== process.platform || processor !== process.arch)
        remove(join(binaries, version, system, processor));

remove(join(root, 'dist/lab'));
for (const folder of ['node_modules', 'dist'])
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    if (entry.isFile() && /\.(map|d\.[cm]?ts)$/.test(entry.name)) remove(join(entry.parentPath, entry.name));
