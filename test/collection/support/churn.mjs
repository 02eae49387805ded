// Serves a collection while changing its files as fast as it can, until it is killed.
// Arguments: path of the built code, folder of the collection, folder of the snapshot, seed.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

const [dist, folder, cacheDir, seed] = process.argv.slice(2);
const { openCollection } = await import(pathToFileURL(join(dist, 'src/app/open.js')).href);
const { randomFrom } = await import(pathToFileURL(join(dist, 'lab/random.js')).href);
const random = randomFrom(Number(seed));

await openCollection(folder, {
  index: { kind: 'memory', cacheDir },
  reader: 'off',
  watch: true,
  settleMs: 5,
  keepMs: 0,
});
process.stdout.write('ready\n');
for (let round = 0; ; round++) {
  const file = join(folder, `notice-${round % 5}.txt`);
  if (random() < 0.2) rmSync(file, { force: true });
  else writeFileSync(file, noticesOf(Math.floor(random() * 1_000)));
  await pause(random() * 40);
}

/** A page of so many notices that indexing and writing them take about as long as waiting for them. */
function noticesOf(number) {
  return Array.from({ length: 200 }, (_, i) => {
    const well = number + i;
    return `# 第${well}号井停水通知\n第${well}号井检修，周三停水${(well % 9) + 1}小时，请居民提前储水。\n`;
  }).join('\n');
}
