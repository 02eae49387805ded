import { inARow } from '../../language/bilingual.js';
import { cleanText } from '../rendering/clean.js';
import { plainReply, type Reply } from '../replies/reply.js';
import type { Figures, OfficeWords } from '../wording/office.js';
import { type Day, quantile, sumOf } from './day-counts.js';
import type { Office } from './office.js';
import type { LeftOut } from './shelf.js';
import { statsPicture } from './stats-picture.js';

const DAYS = 7;
/** Of questions, and of faults, so many are listed. */
const SHOWN = 15;

/** The figures of today and the week, with a picture of them. */
export function statsReport({ counts }: Office, words: OfficeWords): { caption: string; picture: Buffer } {
  const days = counts.last(DAYS);
  const [today] = days.slice(-1) as [Day];
  return { caption: words.stats(figuresOf(today), figuresOf(sumOf(days))), picture: statsPicture(days) };
}

/** What was asked and not found. */
export function unansweredReport({ unanswered }: Office, words: OfficeWords): Reply {
  if (!unanswered) return plainReply(words.questionsNotKept);
  const groups = unanswered.groups();
  if (groups.length === 0) return plainReply(words.nothingUnanswered);
  return plainReply(words.unanswered(groups.slice(0, SHOWN), Math.max(0, groups.length - SHOWN)));
}

/** What is not served, and which calls failed lately. */
export function faultsReport({ shelf, failures }: Office, words: OfficeWords): Reply {
  const leftOut = shelf.leftOut();
  const calls = failures.list();
  const isKnown = shelf.isFollowing();
  if (leftOut.length + calls.length === 0) return plainReply(isKnown ? words.noFaults : words.noFaultsHere);
  return plainReply(
    words.faults(
      leftOut.slice(0, SHOWN).map((file) => describe(file, words)),
      Math.max(0, leftOut.length - SHOWN),
      calls.slice(0, SHOWN).map(({ method, outcome, times }) => words.failedCalls(method, outcome, times)),
    ),
  );
}

/** Looks at the folder, and tells what has changed. */
export async function reloadReport({ shelf }: Office, words: OfficeWords): Promise<Reply> {
  if (!shelf.isFollowing()) return plainReply(words.followedElsewhere);
  const changes = await shelf.look();
  const isChanged = changes.added.length + changes.changed.length + changes.removed.length > 0;
  return plainReply(isChanged ? words.changes(changes) : words.unchanged);
}

/** Place, problem and remedy in a line. */
function describe({ source, line, problem, remedy }: LeftOut, { language, leftOutAt }: OfficeWords): string {
  return cleanText(leftOutAt(source, line, inARow(language, problem, remedy)));
}

function figuresOf(day: Day): Figures {
  return { ...day, p50: quantile(day, 0.5), p99: quantile(day, 0.99) };
}
