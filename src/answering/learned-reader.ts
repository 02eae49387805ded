/** What those who start the bot need of the reader; the rest of its room is answering's own. */
export { type OpenedReader, type OpenReaderOptions, openReader } from './reading/open-reader.js';
export type { Reader } from './reading/reading.js';
export type { ReaderFault } from './reading/reopening-model.js';
