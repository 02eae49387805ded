import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type * as onnx from 'onnxruntime-node';
import { type Batch, type Logits, type Model, ReadingError } from './model.js';

/** A model that is ready to read, or why there is none, in a clause. */
export type OpenedModel =
  | { readonly kind: 'ready'; readonly model: Model }
  | { readonly kind: 'unavailable'; readonly why: string };

export interface OnnxOptions {
  /** Threads of one run: by default two, or one where the machine has no second core. */
  readonly threads?: number;
  /** Where the package comes from; tests put others in its place. */
  readonly load?: () => Promise<typeof onnx>;
}

/** More threads bring little for inputs of 256 pieces, and the bot has other work. */
const MOST_THREADS = 2;
const INPUTS = ['ids', 'types', 'mask'];
const OUTPUTS = ['start', 'end', 'answers'];

/**
 * Opens a model in ONNX form (`lab/reader/export.py` writes it) with onnxruntime-node, which is an optional package with a
 * native part. That there is no package, that its native part does not load, or that the file is missing or broken is
 * expected, and told.
 * @param path of the `.onnx` file
 */
export async function openOnnxModel(path: string, options: OnnxOptions = {}): Promise<OpenedModel> {
  const {
    threads = Math.min(MOST_THREADS, availableParallelism()),
    load = () => import('onnxruntime-node'),
  } = options;
  let runtime: typeof onnx;
  try {
    runtime = await load();
  } catch (error) {
    return { kind: 'unavailable', why: whyNotLoaded(error) };
  }
  if (!existsSync(path)) return { kind: 'unavailable', why: `there is no ${path}` };
  try {
    const session = await runtime.InferenceSession.create(path, settings(threads));
    const missing = [
      ...INPUTS.filter((name) => !session.inputNames.includes(name)),
      ...OUTPUTS.filter((name) => !session.outputNames.includes(name)),
    ];
    if (missing.length === 0) return { kind: 'ready', model: new OnnxModel(session, runtime.Tensor) };
    await session.release();
    return { kind: 'unavailable', why: `${path} is another kind of model: it has no ${missing.join(', ')}` };
  } catch (error) {
    return { kind: 'unavailable', why: `${path} cannot be opened: ${messageOf(error)}` };
  }
}

function settings(threads: number): Record<string, unknown> {
  return {
    executionProviders: ['cpu'],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    // Errors only: its warnings go to standard error, past the log.
    logSeverityLevel: 3,
    // Windows read singly: 82 MB more in memory after 150 of them, 96 to 111 MB without the arena.
    enableCpuMemArena: true,
  };
}

function whyNotLoaded(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') {
    return 'the package onnxruntime-node is not installed, or has no native part for this system';
  }
  return `the native part of onnxruntime-node does not load here (it needs glibc): ${messageOf(error)}`;
}

/** The first line of what went wrong. */
function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] as string;
}

class OnnxModel implements Model {
  constructor(
    private readonly session: onnx.InferenceSession,
    private readonly Tensor: typeof onnx.Tensor,
  ) {}

  async run(batch: Batch): Promise<Logits> {
    const { count, length, ids, types, mask } = batch;
    const input = (data: BigInt64Array): onnx.Tensor => new this.Tensor('int64', data, [count, length]);
    let outputs: Readonly<Record<string, onnx.Tensor>>;
    try {
      outputs = await this.session.run({ ids: input(ids), types: input(types), mask: input(mask) });
    } catch (error) {
      throw new ReadingError(messageOf(error), { cause: error });
    }
    return {
      start: numbersOf(outputs, 'start', [count, length]),
      end: numbersOf(outputs, 'end', [count, length]),
      answers: numbersOf(outputs, 'answers', [count]),
    };
  }

  close(): Promise<void> {
    return this.session.release();
  }
}

/** An output, which has to have the shape that the batch gives it. */
function numbersOf(
  outputs: Readonly<Record<string, onnx.Tensor>>,
  name: string,
  shape: readonly number[],
): Float32Array {
  const output = outputs[name];
  if (output?.data instanceof Float32Array && output.dims.join() === shape.join()) return output.data;
  const got = output === undefined ? 'nothing' : `${output.type} [${output.dims.join(', ')}]`;
  throw new ReadingError(`${name} is ${got} instead of float32 [${shape.join(', ')}]`);
}
