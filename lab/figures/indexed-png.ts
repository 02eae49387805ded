import { deflateSync } from 'node:zlib';
import { ColourType, PIXEL_BYTES, pngFile } from '../../src/telegram/administration/png.js';

/** Most colours of a PNG with a palette: https://www.w3.org/TR/png-3/#11PLTE */
const COLOURS = 256;
/** Of these, so many are kept as they are: the grounds and texts. The others are those that stand for many like them. */
const EXACT = 96;

/**
 * A picture of few colours, such as one of a page, as a PNG of a third of the size: each pixel is the number of a colour.
 * Rare colours, as at the edges of letters, are shown by the nearest that are kept. Opacity is left aside.
 * @param pixels row after row from the top, four bytes each: red, green, blue, opacity
 */
export function indexedPng(pixels: Uint8Array, width: number, height: number): Buffer {
  const palette = paletteOf(pixels);
  const nearest = nearestIn(palette);
  const rowBytes = width + 1;
  // Each row begins with its filter: 0, none.
  const rows = Buffer.alloc(height * rowBytes);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++)
      rows[y * rowBytes + 1 + x] = nearest(colourAt(pixels, (y * width + x) * PIXEL_BYTES));
  }
  return pngFile({ width, height, type: ColourType.palette }, [
    ['PLTE', Buffer.from(palette.flatMap(channels))],
    ['IDAT', deflateSync(rows, { level: 9 })],
  ]);
}

/** The commonest colours, and of the others the commonest of each group of like ones. */
function paletteOf(pixels: Uint8Array): number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += PIXEL_BYTES) {
    const colour = colourAt(pixels, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const byCount = [...counts].sort(([, a], [, b]) => b - a);
  const exact = byCount.slice(0, EXACT).map(([colour]) => colour);
  const groups = new Map<number, { readonly commonest: number; count: number }>();
  for (const [colour, count] of byCount.slice(EXACT)) {
    // Sixteen steps a channel.
    const like = colour & 0xf0f0f0;
    const group = groups.get(like);
    if (group) group.count += count;
    else groups.set(like, { commonest: colour, count });
  }
  const others = [...groups.values()].sort((a, b) => b.count - a.count).map(({ commonest }) => commonest);
  return [...exact, ...others].slice(0, COLOURS);
}

/** The number of the colour that is nearest to one. */
function nearestIn(palette: readonly number[]): (colour: number) => number {
  const found = new Map(palette.map((colour, index) => [colour, index]));
  const known = palette.map(channels);
  return (colour) => {
    const there = found.get(colour);
    if (there !== undefined) return there;
    const [red, green, blue] = channels(colour);
    const distances = known.map(([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2);
    const index = distances.indexOf(Math.min(...distances));
    found.set(colour, index);
    return index;
  };
}

function colourAt(pixels: Uint8Array, at: number): number {
  return ((pixels[at] as number) << 16) | ((pixels[at + 1] as number) << 8) | (pixels[at + 2] as number);
}

function channels(colour: number): [red: number, green: number, blue: number] {
  return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];
}
