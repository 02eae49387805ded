import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { indexedPng } from '../../../lab/figures/indexed-png.js';

/** A picture of these colours, `0xRRGGBB`, one a pixel. */
function pixels(colours: readonly number[]): Uint8Array {
  return Uint8Array.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255, 255]));
}

/** The contents of a PNG's chunks by their types. */
function chunks(png: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    found.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return found;
}

/** The colours of an indexed PNG, row by row. */
function shown(png: Buffer): number[] {
  const { IHDR, PLTE, IDAT } = Object.fromEntries(chunks(png)) as Record<string, Buffer>;
  const width = IHDR?.readUInt32BE(0) ?? 0;
  const rows = inflateSync(IDAT as Buffer);
  const colours: number[] = [];
  for (const [at, index] of rows.entries())
    if (at % (width + 1) !== 0) colours.push(PLTE?.readUIntBE(index * 3, 3) ?? -1);
  return colours;
}

describe('a PNG with a palette', () => {
  it('has the colours of a picture with few of them, and its size', () => {
    const colours = [0xffffff, 0x08705f, 0xffffff, 0x15191b, 0x08705f, 0xffffff];
    const png = indexedPng(pixels(colours), 3, 2);
    expect(shown(png)).toEqual(colours);
    expect([...chunks(png).keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
  });

  it('shows rare colours by like ones where there are more than it bears, and the common ones as they are', () => {
    const rare = Array.from({ length: 4_000 }, (_, i) => (i * 0x010203) & 0xffffff);
    const common = Array.from({ length: 500 }, () => 0x3d6b55);
    const colours = shown(indexedPng(pixels([...common, ...rare]), 500, 9));
    expect(new Set(colours).size).toBeLessThanOrEqual(256);
    expect(colours.slice(0, 500)).toEqual(common);
    const furthest = Math.max(...rare.map((colour, i) => distance(colour, colours[500 + i] as number)));
    expect(furthest).toBeLessThan(64);
  });
});

/** The largest difference in a channel. */
function distance(one: number, other: number): number {
  return Math.max(...[16, 8, 0].map((shift) => Math.abs(((one >> shift) & 255) - ((other >> shift) & 255))));
}
