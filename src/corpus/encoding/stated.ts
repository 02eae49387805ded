/** Where the Encoding Standard has browsers look for it, in bytes. */
const LOOKED_AT = 1024;
const META = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i;
const DECLARATION = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i;
/** UTF-8 and UTF-16 are told by their bytes, and what could be read here is not in UTF-16. */
const TOLD_BY_BYTES = /^utf-(?:8|16)/;

/**
 * The encoding, by its name in the Encoding Standard, that HTML or XML states of itself (`<meta charset="gb2312">`, `<?xml version="1.0" encoding="Big5"?>`);
 * `undefined` where it states none, or one that its bytes tell of better.
 */
export function statedEncoding(markup: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(markup.subarray(0, LOOKED_AT));
  const label = (DECLARATION.exec(head) ?? META.exec(head))?.[1];
  const encoding = label === undefined ? undefined : nameOf(label);
  return encoding === undefined || TOLD_BY_BYTES.test(encoding) ? undefined : encoding;
}

/** GB 2312 and GBK are read as what contains them, which the Encoding Standard demands and Node does not do. */
function nameOf(label: string): string | undefined {
  try {
    const { encoding } = new TextDecoder(label);
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
