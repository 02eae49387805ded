import { Canvas, type Colour } from './canvas.js';
import type { Day } from './day-counts.js';

const PAPER: Colour = [255, 255, 255];
const INK: Colour = [60, 60, 67];
const LINE: Colour = [209, 209, 214];
/** From the ground up. They differ in brightness too, for those who see no difference of colour. */
const COLOURS = {
  answered: [30, 120, 80],
  possible: [240, 170, 40],
  refused: [190, 192, 200],
} as const satisfies Record<string, Colour>;

/** Pixels. On a phone the picture is shown at half this width or so. */
const [WIDTH, HEIGHT, MARGIN] = [800, 480, 40];
/** Pixels of a digit's dot: digits are 35 high. */
const DOT = 5;
const GAP = 14;
/** Share of its place that a bar takes. */
const BAR = 0.62;

/**
 * Bars of the questions of some days, with their number above and the day of the month below. Words are for the caption.
 * @param days oldest first
 * @returns a PNG file
 */
export function statsPicture(days: readonly Day[]): Buffer {
  const canvas = new Canvas(WIDTH, HEIGHT, PAPER);
  const text = Canvas.numberHeight(DOT) + GAP;
  const ground = HEIGHT - MARGIN - text;
  const highest = ground - MARGIN - text;
  const most = Math.max(1, ...days.map(({ questions }) => questions));
  const place = (WIDTH - 2 * MARGIN) / days.length;
  const width = Math.round(place * BAR);
  for (const [index, day] of days.entries()) {
    const centre = MARGIN + (index + 0.5) * place;
    let top = ground;
    for (const [outcome, colour] of Object.entries(COLOURS)) {
      const height = Math.round((day[outcome as keyof typeof COLOURS] / most) * highest);
      top -= height;
      canvas.fill(Math.round(centre - width / 2), top, width, height, colour);
    }
    canvas.number(day.questions, centre, top - text, DOT, INK);
    canvas.number(Number(day.date.slice(-2)), centre, ground + GAP, DOT, INK);
  }
  canvas.fill(MARGIN, ground, WIDTH - 2 * MARGIN, 3, LINE);
  return canvas.png();
}
