import { tryBig5 } from './big5.js';
import { chineseLikelihood } from './likelihood.js';
import { tryDecode } from './try-decode.js';

/** How a text without a byte-order mark may be encoded that is no UTF-8. */
type Legacy = 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be';

/** How many bytes are looked at: more than enough to tell, and the same time for every file. Even, for UTF-16. */
const SAMPLE_BYTES = 64 * 1024;
/**
 * Least likelihood that bytes are taken for Chinese text: 6,000 pieces of 20 to 1,000 characters had at least 0.44; read in
 * another encoding one had more, 0.6, and less than in its own.
 */
const LEAST_LIKELIHOOD = 0.4;
/** What another encoding makes so likely needs no look at the rarer characters of Big5, whose tables take time to load. */
const SURE = 1;
/** Of so few bytes no likelihood can be told: a name of a few characters may be a rare one. They are what most files are, then. */
const FEW_BYTES = 16;
/** Control characters that no text has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\0-\x08\x0e-\x19\x1c-\x1f\x7f]/;

/**
 * Which encoding makes the most likely Chinese text of bytes that are no UTF-8 and have no byte-order mark; `undefined`
 * where none makes any.
 */
export function unmarkedEncoding(bytes: Uint8Array): Legacy | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const whole = sample.length === bytes.length;
  let best: { encoding: Legacy; likelihood: number } | undefined;
  for (const encoding of candidatesFor(bytes)) {
    const isSure = (best?.likelihood ?? 0) > SURE;
    const text = encoding === 'big5' && !isSure ? tryBig5(sample, whole) : tryDecode(sample, encoding, whole);
    if (text === undefined || CONTROL.test(text)) continue;
    const likelihood = chineseLikelihood(text) ?? 0;
    if (likelihood > (best?.likelihood ?? LEAST_LIKELIHOOD)) best = { encoding, likelihood };
  }
  if (best || sample.length > FEW_BYTES || bytes.includes(0)) return best?.encoding;
  const text = tryDecode(sample, 'gb18030');
  return text === undefined || CONTROL.test(text) ? undefined : 'gb18030';
}

/** NUL is a byte of UTF-16 alone, and so is no odd number of bytes. */
function candidatesFor(bytes: Uint8Array): readonly Legacy[] {
  const wide = bytes.length % 2 === 0 ? (['utf-16le', 'utf-16be'] as const) : [];
  return bytes.includes(0) ? wide : ['gb18030', 'big5', ...wide];
}
