import { PIXEL_BYTES, pngOf } from './png.js';

/** Red, green and blue, 0 to 255 each. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Digits of 5 × 7 dots, row by row: there is no font to rely on. */
const DIGITS: Readonly<Record<string, readonly string[]>> = {
  '0': [' ### ', '#   #', '#  ##', '# # #', '##  #', '#   #', ' ### '],
  '1': ['  #  ', ' ##  ', '  #  ', '  #  ', '  #  ', '  #  ', ' ### '],
  '2': [' ### ', '#   #', '    #', '   # ', '  #  ', ' #   ', '#####'],
  '3': [' ### ', '#   #', '    #', '  ## ', '    #', '#   #', ' ### '],
  '4': ['   # ', '  ## ', ' # # ', '#  # ', '#####', '   # ', '   # '],
  '5': ['#####', '#    ', '#### ', '    #', '    #', '#   #', ' ### '],
  '6': [' ### ', '#    ', '#    ', '#### ', '#   #', '#   #', ' ### '],
  '7': ['#####', '    #', '   # ', '  #  ', '  #  ', '  #  ', '  #  '],
  '8': [' ### ', '#   #', '#   #', ' ### ', '#   #', '#   #', ' ### '],
  '9': [' ### ', '#   #', '#   #', ' ####', '    #', '    #', ' ### '],
};
const [DIGIT_WIDTH, DIGIT_HEIGHT] = [5, 7];

/** A picture of rectangles and digits. Places are pixels from the upper left corner. */
export class Canvas {
  readonly #pixels: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
    background: Colour,
  ) {
    this.#pixels = new Uint8Array(width * height * PIXEL_BYTES);
    this.fill(0, 0, width, height, background);
  }

  /** Fills a rectangle, as far as it is in the picture. */
  fill(left: number, top: number, width: number, height: number, [red, green, blue]: Colour): void {
    for (let y = Math.max(0, top); y < Math.min(this.height, top + height); y++)
      for (let x = Math.max(0, left); x < Math.min(this.width, left + width); x++)
        this.#pixels.set([red, green, blue, 255], (y * this.width + x) * PIXEL_BYTES);
  }

  /**
   * Writes a whole number.
   * @param centre where its middle is, from the left
   * @param dot pixels of a dot's side
   */
  number(value: number, centre: number, top: number, dot: number, colour: Colour): void {
    const digits = [...String(value)];
    const step = (DIGIT_WIDTH + 1) * dot;
    const left = Math.round(centre - (digits.length * step - dot) / 2);
    for (const [place, digit] of digits.entries())
      for (const [row, dots] of (DIGITS[digit] ?? []).entries())
        for (const [column, mark] of [...dots].entries())
          if (mark === '#') this.fill(left + place * step + column * dot, top + row * dot, dot, dot, colour);
  }

  /** Pixels that a number is high. */
  static numberHeight(dot: number): number {
    return DIGIT_HEIGHT * dot;
  }

  /** The picture as a PNG file. */
  png(): Buffer {
    return pngOf(this.#pixels, this.width, this.height);
  }
}
