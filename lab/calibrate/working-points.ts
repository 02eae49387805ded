import type { CalibrationFile } from '../../src/answering/deciding/calibration.js';
import { READ_FACTS, STRETCH_FACTS, WORD_FACTS } from '../../src/answering/deciding/facts.js';
import { logistic } from '../../src/answering/deciding/logistic.js';
import type { AskedCase } from './cases.js';

const CHANCES = [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

/**
 * What each threshold would bring, a line each.
 * @param everyday questions of the worlds
 * @param all questions, those of other sets among them
 */
export function workingPoints(
  models: CalibrationFile['models'],
  everyday: readonly AskedCase[],
  all: readonly AskedCase[],
): string[] {
  const answers = logistic(models.answers, READ_FACTS);
  const stretch = logistic(models.stretch, STRETCH_FACTS);
  const about = logistic(models.about, READ_FACTS);
  const unread = logistic(models.aboutUnread, WORD_FACTS);
  const own = everyday.filter((one) => one.about);
  const answerable = own.filter((one) => one.answerable);
  const nearMisses = own.filter((one) => !one.answerable);
  const foreign = all.filter((one) => !one.about);
  const lines: string[] = [];
  for (const least of CHANCES) {
    const is = (one: AskedCase): boolean => answers(one.read).probability >= least;
    const given = answerable.filter(is);
    lines.push(
      `answered at ${least}: near misses ${share(nearMisses, is)}, right of answered ${share(given, ({ answers }) => answers)}, ` +
        `right of all ${share(answerable, (one) => is(one) && one.answers)}, foreign ${share(foreign, is)}`,
    );
    const marked = given.filter((one) => stretch(one.stretch).probability >= 0.8);
    lines.push(
      `  of these marked at 0.8 ${share(given, (one) => marked.includes(one))}, right ${share(marked, ({ stretchIs }) => stretchIs)}`,
    );
  }
  for (const least of CHANCES) {
    const refused = (one: AskedCase): boolean => about(one.read).probability < least;
    const unseen = (one: AskedCase): boolean => unread(one.words).probability < least;
    lines.push(
      `possible at ${least}: foreign refused ${share(foreign, refused)}, shown yet refused ${share(answerable, (one) => refused(one) && one.answers)}; ` +
        `without reading ${share(foreign, unseen)}, ${share(answerable, (one) => unseen(one) && one.answers)}`,
    );
  }
  return lines;
}

function share<T>(of: readonly T[], is: (one: T) => boolean): string {
  return `${((100 * of.filter(is).length) / Math.max(1, of.length)).toFixed(1)} % of ${of.length}`;
}
