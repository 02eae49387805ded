import { describe, expect, it } from 'vitest';
import { whoElseReaches } from '../../src/app/this-machine.js';

describe('who else reaches an address', () => {
  it.each<[host: string, who: string | undefined]>([
    ['127.0.0.1', undefined],
    ['localhost', undefined],
    ['::1', undefined],
    ['0.0.0.0', 'everybody in every network that this machine is in'],
    ['::', 'everybody in every network that this machine is in'],
    ['192.168.1.7', 'everybody in the network of 192.168.1.7'],
    ['kiosk.example.cn', 'everybody in the network of kiosk.example.cn'],
  ])('%s', (host, who) => {
    expect(whoElseReaches(host)).toBe(who);
  });
});
