import { crc32, deflateSync } from 'node:zlib';

/** Bytes of a pixel: red, green, blue, opacity. */
export const PIXEL_BYTES = 4;

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Bits of a channel, or of a colour's number. */
const DEPTH = 8;
/** What a pixel is: channels of its own, or the number of a colour in a palette. https://www.w3.org/TR/png-3/#11IHDR */
export const ColourType = { palette: 3, rgba: 6 } as const;
/** The only methods that there are. */
const METHODS = [0, 0, 0];

/**
 * A picture as a PNG file.
 * @param pixels row after row from the top, `PIXEL_BYTES` each
 */
export function pngOf(pixels: Uint8Array, width: number, height: number): Buffer {
  const rowBytes = width * PIXEL_BYTES;
  // Each row begins with its filter: 0, none.
  const rows = Buffer.alloc(height * (rowBytes + 1));
  for (let y = 0; y < height; y++)
    rows.set(pixels.subarray(y * rowBytes, (y + 1) * rowBytes), y * (rowBytes + 1) + 1);
  return pngFile({ width, height, type: ColourType.rgba }, [['IDAT', deflateSync(rows)]]);
}

/** What the head of a PNG file says. */
export interface PngHead {
  readonly width: number;
  readonly height: number;
  readonly type: (typeof ColourType)[keyof typeof ColourType];
}

/**
 * A PNG file.
 * @param chunks what stands between its head and its end: names and contents
 */
export function pngFile(
  { width, height, type }: PngHead,
  chunks: readonly (readonly [name: string, content: Buffer])[],
): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([head, Buffer.from([DEPTH, type, ...METHODS])])),
    ...chunks.map(([name, content]) => chunk(name, content)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
