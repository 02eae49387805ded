import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bilingual } from '../../language/bilingual.js';
import { LENGTH } from './encode.js';
import { batchOf, type Model, ReadingError } from './model.js';
import { type OnnxOptions, type OpenedModel, openOnnxModel } from './onnx-model.js';
import { createReader } from './reader.js';
import type { Reader } from './reading.js';
import { type ReopeningOptions, reopening } from './reopening-model.js';
import { readVocabulary, type Vocabulary } from './vocabulary.js';

export interface OpenReaderOptions extends OnnxOptions, ReopeningOptions {
  /** Where the model and its vocabulary are: by default `models/` of the project. */
  readonly folder?: string;
  /** How many readings are remembered: 4,096 by default; with 0 each window is read whenever it is asked about. */
  readonly mostKept?: number;
}

/** A reader, or why there is none, in a clause for the operator. */
export type OpenedReader =
  | { readonly kind: 'ready'; readonly reader: Reader }
  | { readonly kind: 'unavailable'; readonly why: Bilingual };

const MODEL = 'reader.onnx';
/** The pieces that the model was learned with: `lab/reader/vocabulary.py` writes them. */
const VOCABULARY = 'reader-vocabulary.txt';

/**
 * Opens the reader and lets it read once, so that a model that does not fit is found now and not with the first question.
 * A model that is gone later is opened again in the same way.
 */
export async function openReader(options: OpenReaderOptions = {}): Promise<OpenedReader> {
  const { folder = modelsFolder(), mostKept } = options;
  const pieces = join(folder, VOCABULARY);
  let vocabulary: Vocabulary;
  try {
    vocabulary = readVocabulary(pieces);
  } catch (error) {
    const { message, code = `“${message}”` } = error as NodeJS.ErrnoException;
    return { kind: 'unavailable', why: { en: message, zh: `${pieces} 不能用：${code}` } };
  }
  const open = () => openTried(join(folder, MODEL), vocabulary, options);
  const opened = await open();
  if (opened.kind === 'unavailable') return opened;
  const model = reopening(opened.model, open, options);
  return { kind: 'ready', reader: createReader(model, vocabulary, { mostKept }) };
}

async function openTried(path: string, vocabulary: Vocabulary, options: OnnxOptions): Promise<OpenedModel> {
  const opened = await openOnnxModel(path, options);
  if (opened.kind === 'unavailable') return opened;
  try {
    await tryOut(opened.model, vocabulary);
    return opened;
  } catch (error) {
    await opened.model.close();
    const { message } = error as Error;
    const inChinese = error instanceof ReadingError ? error.reason.zh : `“${message}”`;
    const why = { en: `${path} does not fit: ${message}`, zh: `${path} 不合用：${inChinese}` };
    return { kind: 'unavailable', why };
  }
}

/** `models/` at the root of the project, seen from the source or from `dist/`. */
export function modelsFolder(): string {
  const [fromSource, fromBuilt] = ['../../../models/', '../../../../models/'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  ) as [string, string];
  return existsSync(fromSource) ? fromSource : fromBuilt;
}

/** The longest input with the last piece of the vocabulary: a model for fewer pieces or places fails at it. */
async function tryOut(model: Model, vocabulary: Vocabulary): Promise<void> {
  const ids = new Array<number>(LENGTH).fill(vocabulary.size - 1);
  const types = new Array<number>(LENGTH).fill(1);
  const { start, end, answers } = await model.run(
    batchOf([{ ids, types, first: 1, places: [] }], vocabulary.padding),
  );
  const all = [...start, ...end, ...answers];
  if (!all.every(Number.isFinite))
    throw new ReadingError({ en: 'what it answers is no number', zh: '算出来的不是数' });
}
