import { pick } from '../random.js';

type Random = () => number;
/** Makes other bytes of a file's. */
type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

/** Longest that a run which is put in may be, and a file that is made, in bytes. */
const LONGEST_RUN = 100_000;
const LONGEST_FILE = 2_000_000;
/** How deep things are nested that may be. */
const DEEPEST = 10_000;

/** What opens and closes, in one format or another. */
const NESTS: readonly (readonly [open: string, close: string])[] = [
  ['[', ']'],
  ['{"text":', '}'],
  ['<div>', '</div>'],
  ['<table><tr><td>', '</td></tr></table>'],
  ['> ', ''],
  ['- ', '\n'],
  ['**', '**'],
  ['（', '）'],
];
/** What may mean something to some reader. */
const MARKS = [
  '\0',
  '\r',
  '\u2028',
  '"',
  '\\',
  '---\n',
  '# ',
  '|',
  '<!--',
  '<![CDATA[',
  '&#x110000;',
  '\ud800',
  '\t',
  ' ',
  '桥',
];

/** What may happen to a file, each by its name. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  truncate: (bytes, random) => bytes.slice(0, at(bytes, random)),
  flip: (bytes, random) => {
    const flipped = Uint8Array.from(bytes);
    for (let count = 1 + Math.floor(random() * 16); count > 0; count--) {
      const place = at(flipped, random);
      flipped[place] = (flipped[place] ?? 0) ^ (1 << Math.floor(random() * 8));
    }
    return flipped.subarray(0, bytes.length);
  },
  duplicate: (bytes, random) => {
    const [start, end] = [at(bytes, random), at(bytes, random)].sort((a, b) => a - b) as [number, number];
    const piece = bytes.subarray(start, end);
    const most = Math.max(1, Math.floor(LONGEST_RUN / Math.max(1, piece.length)));
    return joined(bytes.subarray(0, end), times(piece, 1 + Math.floor(random() * most)), bytes.subarray(end));
  },
  remove: (bytes, random) => {
    const [start, end] = [at(bytes, random), at(bytes, random)].sort((a, b) => a - b) as [number, number];
    return joined(bytes.subarray(0, start), bytes.subarray(end));
  },
  run: (bytes, random) => {
    const place = at(bytes, random);
    const run = times(Buffer.from(pick(MARKS, random)), 1 + Math.floor((random() * LONGEST_RUN) / 3));
    return joined(bytes.subarray(0, place), run, bytes.subarray(place));
  },
  nest: (bytes, random) => {
    const [open, close] = pick(NESTS, random);
    const depth = 1 + Math.floor(random() * DEEPEST);
    return joined(times(Buffer.from(open), depth), bytes, times(Buffer.from(close), depth));
  },
  utf16: (bytes) => Buffer.from(`\ufeff${Buffer.from(bytes).toString('utf8')}`, 'utf16le'),
  'utf16 without its mark': (bytes) => Buffer.from(Buffer.from(bytes).toString('utf8'), 'utf16le'),
  'a mark of UTF-16 that is not true': (bytes) => joined(Uint8Array.of(0xff, 0xfe), bytes),
  'half a character': (bytes, random) => {
    const place = at(bytes, random);
    return joined(bytes.subarray(0, place), Uint8Array.of(0xe6, 0xa1), bytes.subarray(place));
  },
  'one line': (bytes) => bytes.filter((byte) => byte !== 0x0a),
  'noise in its place': (bytes, random) => Uint8Array.from(bytes, () => Math.floor(random() * 256)),
};

/** What was made, and the names of what has happened to it. */
export interface Mutated {
  readonly bytes: Uint8Array;
  readonly by: readonly string[];
}

/** Bytes to which up to three things have happened. */
export function mutated(bytes: Uint8Array, random: Random): Mutated {
  const by = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(Object.keys(MUTATIONS), random));
  let made = bytes;
  for (const name of by) made = (MUTATIONS[name] as Mutation)(made, random).slice(0, LONGEST_FILE);
  return { bytes: made, by };
}

function at(bytes: Uint8Array, random: Random): number {
  return Math.floor(random() * (bytes.length + 1));
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(pieces);
}

function times(piece: Uint8Array, count: number): Uint8Array {
  return Buffer.alloc(piece.length * count, piece);
}
