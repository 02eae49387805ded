/** Whether a host name or address is this machine, as seen from itself: no other reaches it there, and no proxy leads to it. */
export function isThisMachine(host: string): boolean {
  const name = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  return (
    name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(\.\d+){3}$/.test(name)
  );
}

/** Whether an address to listen at stands for all addresses of this machine. */
export function isEveryAddress(host: string): boolean {
  return /^(0\.0\.0\.0|\[?::\]?|\*)$/.test(host);
}

/** Who can reach what listens at a host beyond this machine, in words; `undefined`: nobody. */
export function whoElseReaches(host: string): string | undefined {
  if (isThisMachine(host)) return undefined;
  return isEveryAddress(host)
    ? 'everybody in every network that this machine is in'
    : `everybody in the network of ${host}`;
}
