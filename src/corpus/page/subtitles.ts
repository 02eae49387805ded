import { isDashed } from './forms.js';

/** A line of an article: a heading of a level from 1 on, 0 for what is none. */
export interface LevelledLine {
  readonly text: string;
  readonly level: number;
}

/**
 * Which headings are subtitles, by their numbers: those with a dash directly below one that has none and is no deeper. Where one
 * of the same level has a dash and stands elsewhere, the dash is an ornament, and they are sections.
 */
export function subtitlesAmong(lines: readonly LevelledLine[]): ReadonlySet<number> {
  const below = new Set<number>();
  const ornamented = new Set<number>();
  for (const [i, { text, level }] of lines.entries()) {
    if (level === 0 || !isDashed(text)) continue;
    const above = lines[i - 1];
    if (above && above.level > 0 && above.level <= level && !isDashed(above.text)) below.add(i);
    else ornamented.add(level);
  }
  return new Set([...below].filter((i) => !ornamented.has(lines[i]!.level)));
}
