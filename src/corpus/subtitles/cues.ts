/** What is shown or said at once. Times are seconds from the beginning. */
export interface Cue {
  readonly start: number;
  readonly end: number;
  /** Without marks of its form, its lines joined. */
  readonly text: string;
}

/** What a file of subtitles is made of, in its order. */
export type CueReading =
  | { readonly kind: 'cue'; readonly cue: Cue }
  /** A part that is no cue, with its line, counted from 1. */
  | { readonly kind: 'broken'; readonly line: number };

/** `00:01:02,345 --> 00:01:04,000`; WebVTT has a full stop, may leave out the hours, and goes on with settings. */
const TIMES =
  /^\s*((?:\d{1,4}:)?\d{1,2}:\d{1,2}(?:[,.]\d{1,3})?)\s{0,9}-->\s{0,9}((?:\d{1,4}:)?\d{1,2}:\d{1,2}(?:[,.]\d{1,3})?)(?:\s|$)/;
/** What begins a part of WebVTT that nobody is shown. */
const UNSHOWN = /^(?:WEBVTT|NOTE|STYLE|REGION)(?:\s|$)/;
/** `<v 老秦>` says who speaks; other tags, `{\an8}` among them, say how it looks. */
const VOICE = /<v(?:\.[^\s<>]{0,99})?\s([^<>]{1,99})>/g;
const TAG = /<\/?[a-z\d][^<>]{0,199}>|\{\\[^{}]{0,199}\}/gi;
const CHINESE_SIGN = /[\u3000-\u303f\uff00-\uffef“”‘’…—]$/u;
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&lrm;': '',
  '&rlm;': '',
};

/** The cues of SubRip or WebVTT, part by part; empty lines part them. */
export function* cuesOf(text: string): Generator<CueReading> {
  let number = 0;
  let part: string[] = [];
  for (const line of [...text.split(/\r\n|\n|\r/), '']) {
    number++;
    if (line.trim() !== '') part.push(line);
    else {
      if (part.length > 0) yield* cueOf(part, number - part.length);
      part = [];
    }
  }
}

/** A part: a number or name that may be missing, the times, and what is shown. */
function* cueOf(part: readonly string[], first: number): Generator<CueReading> {
  if (UNSHOWN.test(part[0]!)) return;
  const at = part.findIndex((line, i) => i < 2 && TIMES.test(line));
  const [, from, to] = TIMES.exec(part[at] ?? '') ?? [];
  if (from === undefined || to === undefined) {
    yield { kind: 'broken', line: first };
    return;
  }
  const [start, end] = [secondsOf(from), secondsOf(to)];
  if (end < start) yield { kind: 'broken', line: first + at };
  for (const text of shown(part.slice(at + 1)))
    yield { kind: 'cue', cue: { start, end: Math.max(start, end), text } };
}

function secondsOf(time: string): number {
  return time
    .replace(',', '.')
    .split(':')
    .reduce((seconds, part) => seconds * 60 + Number(part), 0);
}

/** What is shown at once, the words of each voice by themselves with its name in front; what is empty is left out. */
function shown(lines: readonly string[]): string[] {
  const spoken = [{ voice: '', text: '' }];
  for (const line of lines) {
    const [before = '', ...voiced] = line.split(VOICE);
    add(before);
    for (let i = 0; i < voiced.length; i += 2) {
      const voice = voiced[i]!.trim();
      if (voice !== spoken.at(-1)!.voice) spoken.push({ voice, text: '' });
      add(voiced[i + 1]!);
    }
  }
  return spoken.flatMap(({ voice, text }) => {
    if (text === '') return [];
    return voice === '' ? text : `${voice}：${text}`;
  });

  function add(written: string): void {
    const words = plain(written);
    const last = spoken.at(-1)!;
    if (words !== '') last.text = joinedBy(last.text, words);
  }
}

function plain(written: string): string {
  return written
    .replace(TAG, '')
    .replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}

/** Two stretches of speech: with a blank between, as subtitles have it for a comma, unless a Chinese sign is there. */
export function joinedBy(before: string, after: string): string {
  return before === '' || CHINESE_SIGN.test(before) ? before + after : `${before} ${after}`;
}
