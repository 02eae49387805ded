import { reportEvery } from '../app/reading-progress.js';
import type { ReadingLabel } from './ask-locale.js';
import { createProgress, type Terminal } from './progress.js';

/** Milliseconds between two drawings. */
const PAUSE = 200;

/** Shows on a terminal how far the reading of files has come, with the time left; silent where nobody watches. */
export function readingProgress(
  stream: Terminal,
  label: ReadingLabel,
): { readonly onRead: (files: number, of: number) => void; end(): void } {
  const progress = createProgress(stream);
  const onRead = reportEvery(PAUSE, ({ files, of, secondsLeft }) =>
    progress.show(label(files, of, secondsLeft), files / of),
  );
  return { onRead, end: progress.end };
}
