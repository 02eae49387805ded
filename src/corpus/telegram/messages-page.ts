import { decode } from '../decode.js';
import { statedEncoding } from '../encoding/stated.js';
import { readHtmlFile } from '../html/html-file.js';
import { parseDocument } from '../html/parse.js';
import { failed, found, type ReadOutcome, read } from '../reader.js';
import { articlesOfPage, isTelegramPage, TELEGRAM_HTML } from './export-html.js';

/** Reads an HTML file (`Reader`): a page of a Telegram export message by message, any other as one article. */
export function* readMessagesOrPage(source: string, bytes: Uint8Array): Generator<ReadOutcome> {
  const decoded = decode(bytes, statedEncoding(bytes));
  if (decoded.kind === 'undecodable' || !isTelegramPage(decoded.text)) {
    yield* readHtmlFile(source, bytes);
    return;
  }
  const parsed = parseDocument(decoded.text);
  if (parsed.kind === 'refused') {
    yield failed(source, parsed.fault);
    return;
  }
  for (const article of articlesOfPage(source, parsed.root)) yield read(article);
  yield found(TELEGRAM_HTML, { encoding: decoded.encoding });
}
