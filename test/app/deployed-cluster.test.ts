import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

it('the cluster that users start is of the version that is tested', () => {
  const [, tested] = /<opensearch\.version>([\d.]+)</.exec(read('scripts/opensearch/pom.xml')) ?? [];
  const images = ['compose.yaml', 'prepare.sh'].flatMap((file) => [
    ...read(`deploy/opensearch/${file}`).matchAll(/opensearchproject\/opensearch:([\d.]+)/g),
  ]);
  expect(images.map(([, version]) => version)).toEqual([tested, tested]);
});
