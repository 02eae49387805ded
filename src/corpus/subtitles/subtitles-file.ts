import type { Bilingual } from '../../language/bilingual.js';
import { composeText } from '../article-text.js';
import type { BlockDraft } from '../block-draft.js';
import { decode } from '../decode.js';
import type { Fault } from '../fault.js';
import { shortHash } from '../identity.js';
import { endingOf } from '../page/forms.js';
import { failed, found, type ReadOutcome, read } from '../reader.js';
import { nameOf } from '../source-name.js';
import { type Cue, cuesOf, joinedBy } from './cues.js';

/** A longer pause ends a paragraph, in seconds. */
const LONGEST_PAUSE = 2;
/** No paragraph is longer, in UTF-16 units: many subtitles have no signs that end a sentence. */
const LONGEST = 400;
/** What begins with who speaks, as `老秦：` or with a dash. */
const SPEAKER = /^(?:[-–—]|[^\s：:，。！？]{1,12}[：:])/u;
const FORM: Bilingual = {
  en: 'Write the times above it as 00:01:02,000 --> 00:01:04,000.',
  zh: '请在它上面写明时间，如 00:01:02,000 --> 00:01:04,000。',
};

/** Reads SubRip or WebVTT (`Reader`): one article of what is said, whose places are seconds from the beginning. */
export function* readSubtitles(source: string, bytes: Uint8Array): Generator<ReadOutcome> {
  const decoded = decode(bytes);
  if (decoded.kind === 'undecodable') {
    yield failed(source, decoded);
    return;
  }
  const cues: Cue[] = [];
  const broken: number[] = [];
  for (const reading of cuesOf(decoded.text)) {
    if (reading.kind === 'cue') cues.push(reading.cue);
    else broken.push(reading.line);
  }
  if (broken.length > 0) yield failed(source, faultOf(broken.length), broken[0]);
  const drafts = paragraphsOf(cues);
  const [first, last] = [drafts[0], drafts.at(-1)];
  if (!first || !last) return;
  const title = nameOf(source);
  yield read({
    id: shortHash(source, title, '1'),
    source,
    title,
    ...composeText(drafts),
    unit: 'second',
    lines: [first.lines[0], last.lines[1]],
  });
  yield found(decoded.text.startsWith('WEBVTT') ? 'Subtitles (WebVTT)' : 'Subtitles (SubRip)', {
    encoding: decoded.encoding,
  });
}

function faultOf(count: number): Fault {
  const others = count - 1;
  const more = {
    en: others === 0 ? '' : ` (so are ${others} others of this file)`,
    zh: others === 0 ? '' : `（这个文件里还有 ${others} 条也是）`,
  };
  return {
    problem: {
      en: `A cue is broken: its times are missing, or it ends before it begins${more.en}.`,
      zh: `有一条字幕不完整：缺少时间，或者结束早于开始${more.zh}。`,
    },
    remedy: FORM,
  };
}

/** Cues together until a sentence ends, nobody speaks for a while, or somebody else does. */
function paragraphsOf(cues: readonly Cue[]): BlockDraft[] {
  const drafts: BlockDraft[] = [];
  let current: Cue | undefined;
  const close = () => {
    if (current)
      drafts.push({
        role: 'paragraph',
        text: current.text,
        lines: [Math.floor(current.start), Math.ceil(current.end)],
      });
  };
  let shown: string | undefined;
  for (const cue of cues) {
    const repeats = cue.text === shown;
    shown = cue.text;
    if (current && repeats) current = { ...current, end: Math.max(current.end, cue.end) };
    else if (current && goesOn(current, cue)) {
      current = { ...current, end: Math.max(current.end, cue.end), text: joinedBy(current.text, cue.text) };
    } else {
      close();
      current = cue;
    }
  }
  close();
  return drafts;
}

function goesOn(current: Cue, cue: Cue): boolean {
  return (
    cue.start - current.end <= LONGEST_PAUSE &&
    current.text.length + cue.text.length <= LONGEST &&
    endingOf(current.text) !== 'closed' &&
    !SPEAKER.test(cue.text)
  );
}
