/** The oldest Node.js that runs this: the same as `engines` in package.json. This file loads on any. */
export const LEAST_NODE = '20.19.0';

/** Whether a version, such as `20.19.0`, is recent enough. */
export function isRecentEnough(version: string, least: string = LEAST_NODE): boolean {
  const [have, need] = [version, least].map((text) => text.split('.').map(Number)) as [number[], number[]];
  for (const [place, number] of need.entries()) {
    const own = have[place] ?? 0;
    if (own !== number) return own > number;
  }
  return true;
}

/** What whoever has an older one is told; `undefined` for one that will do. */
export function nodeNotice(version: string): string | undefined {
  if (isRecentEnough(version)) return undefined;
  const least = LEAST_NODE.replace(/\.0$/, '');
  return (
    `Jianbao needs Node.js ${least} or newer; this is ${version}. https://nodejs.org\n` +
    `剪报需要 Node.js ${least} 或更新的版本，现在是 ${version}。https://nodejs.org\n`
  );
}

/** Ends the process with a sentence where Node.js is too old. */
export function requireNode(version: string = process.versions.node): void {
  const notice = nodeNotice(version);
  if (notice === undefined) return;
  process.stderr.write(notice);
  process.exit(2);
}
