import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Bilingual, quoted } from '../../language/bilingual.js';
import { type Batch, type Logits, type Model, ReadingError } from './model.js';

/** A model that is ready to read, or why there is none, in a clause. */
export type OpenedModel =
  | { readonly kind: 'ready'; readonly model: Model }
  | { readonly kind: 'unavailable'; readonly why: Bilingual };

export interface OnnxOptions {
  /** Threads of one run: by default two, or one where the machine has no second core. */
  readonly threads?: number;
  /** What is imported as onnxruntime-node; tests put other modules in its place. */
  readonly runtime?: string;
}

/** What `onnx-worker.js` says: `opened` or `failed` once, then `read` or `fault` for each batch. */
type Message =
  | { readonly kind: 'opened'; readonly inputs: readonly string[]; readonly outputs: readonly string[] }
  | {
      readonly kind: 'failed';
      /** Whether the package did not load or the file did not open. */
      readonly stage: 'load' | 'open';
      readonly code?: string;
      readonly message: string;
    }
  | { readonly kind: 'read'; readonly outputs: Outputs }
  | { readonly kind: 'fault'; readonly message: string };

type Outputs = Readonly<
  Record<string, { readonly type: string; readonly dims: readonly number[]; readonly data: unknown }>
>;

/** The thread ended before it said anything. */
const GONE = { kind: 'gone' } as const;
const ENDED: Bilingual = { en: 'its thread has ended', zh: '它的线程结束了' };
const NOT_INSTALLED: Bilingual = {
  en: 'the package onnxruntime-node is not installed, or has no native part for this system',
  zh: '没有安装 onnxruntime-node，或者它没有适合这个系统的本机部分',
};
/** More threads bring little for inputs of 256 pieces, and the bot has other work. */
const MOST_THREADS = 2;
/** How long the end of the process may wait for a run or the opening, in milliseconds; they take 0.1 and 0.5 s. */
const LONGEST_WAIT_MS = 5_000;
const INPUTS = ['ids', 'types', 'mask'];
const OUTPUTS = ['start', 'end', 'answers'];

/**
 * Opens a model in ONNX form (`lab/reader/export.py` writes it) in a thread of its own, with onnxruntime-node, which is an
 * optional package with a native part. That there is no package, that its native part does not load, or that the file is
 * missing or broken is expected, and told. A model that is not closed does not keep the process from ending.
 * @param path of the `.onnx` file
 */
export async function openOnnxModel(path: string, options: OnnxOptions = {}): Promise<OpenedModel> {
  const { threads = Math.min(MOST_THREADS, availableParallelism()), runtime } = options;
  if (!existsSync(path))
    return { kind: 'unavailable', why: { en: `there is no ${path}`, zh: `没有 ${path}` } };
  const atWork = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)).fill(1);
  const worker = new Worker(new URL('./onnx-worker.js', import.meta.url), {
    workerData: { path, settings: settings(threads), runtime, atWork },
    execArgv: [],
  });
  waitAtExit(worker, atWork);
  const answer = await firstAnswer(worker);
  if (answer.kind !== 'opened') return { kind: 'unavailable', why: whyNot(answer, path) };
  const missing = [
    ...INPUTS.filter((name) => !answer.inputs.includes(name)),
    ...OUTPUTS.filter((name) => !answer.outputs.includes(name)),
  ];
  const model = new WorkerModel(worker, atWork);
  if (missing.length === 0) return { kind: 'ready', model };
  await model.close();
  const why = {
    en: `${path} is another kind of model: it has no ${missing.join(', ')}`,
    zh: `${path} 是另一种模型：缺少 ${missing.join('、')}`,
  };
  return { kind: 'unavailable', why };
}

/**
 * Has `process.exit` wait until no native code runs in the thread: onnxruntime-node 1.30.0 aborts the process where it is
 * stopped in the midst of a run (“terminate called after throwing an instance of 'Napi::Error'”), whatever the exit code.
 * @param atWork 1 while native code runs there, or is about to; else 0
 */
function waitAtExit(worker: Worker, atWork: Int32Array): void {
  const wait = () => void Atomics.wait(atWork, 0, 1, LONGEST_WAIT_MS);
  process.once('exit', wait);
  worker.once('exit', () => process.off('exit', wait));
}

/** Settings of a session (`InferenceSession.SessionOptions`). */
function settings(threads: number): Record<string, unknown> {
  return {
    executionProviders: ['cpu'],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    // Errors only: its warnings go to standard error, past the log.
    logSeverityLevel: 3,
    // Windows read singly: the process grew by 82 MB in 150 of them, by 96 to 111 MB without the arena.
    enableCpuMemArena: true,
  };
}

function firstAnswer(worker: Worker): Promise<Message | typeof GONE> {
  return new Promise((resolve) => {
    worker.once('message', resolve);
    worker.once('error', ({ message }) => resolve({ kind: 'failed', stage: 'open', message }));
    worker.once('exit', () => resolve(GONE));
  });
}

function whyNot(answer: Message | typeof GONE, path: string): Bilingual {
  if (answer.kind === 'gone')
    return { en: `${path} cannot be opened: ${ENDED.en}`, zh: `打不开 ${path}：${ENDED.zh}` };
  if (answer.kind !== 'failed')
    return {
      en: `${path} cannot be opened: its thread says ${answer.kind}`,
      zh: `打不开 ${path}：它的线程说 ${answer.kind}`,
    };
  const { stage, code, message } = answer;
  if (stage === 'open')
    return { en: `${path} cannot be opened: ${message}`, zh: `打不开 ${path}：“${message}”` };
  return code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND'
    ? NOT_INSTALLED
    : {
        en: `the native part of onnxruntime-node does not load here (it needs glibc): ${message}`,
        zh: `onnxruntime-node 的本机部分在这里加载不了（它需要 glibc）：“${message}”`,
      };
}

class WorkerModel implements Model {
  /** Why there is no thread any more, in a clause. */
  private ended: Bilingual | undefined;
  private waiting: ((answer: Message) => void) | undefined;

  constructor(
    private readonly worker: Worker,
    private readonly atWork: Int32Array,
  ) {
    worker.on('message', (answer: Message) => this.settle(answer));
    // What a thread does not catch ends it.
    worker.on('error', ({ message }) =>
      this.end({ en: `${ENDED.en}: ${message}`, zh: `${ENDED.zh}：“${message}”` }),
    );
    worker.on('exit', () => this.end(ENDED));
    worker.unref();
  }

  async run(batch: Batch): Promise<Logits> {
    if (this.ended !== undefined) throw new ReadingError(this.ended, true);
    const { count, length } = batch;
    const answer = await new Promise<Message>((resolve) => {
      this.waiting = resolve;
      this.worker.ref();
      this.post(batch);
    });
    if (answer.kind !== 'read')
      throw new ReadingError(
        this.ended ?? quoted(answer.kind === 'fault' ? answer.message : answer.kind),
        this.ended !== undefined,
      );
    return {
      start: numbersOf(answer.outputs, 'start', [count, length]),
      end: numbersOf(answer.outputs, 'end', [count, length]),
      answers: numbersOf(answer.outputs, 'answers', [count]),
    };
  }

  async close(): Promise<void> {
    if (this.ended !== undefined) return;
    const exit = new Promise((resolve) => this.worker.once('exit', resolve));
    this.worker.ref();
    this.post('close');
    await exit;
  }

  private post(order: Batch | 'close'): void {
    Atomics.store(this.atWork, 0, 1);
    this.worker.postMessage(order);
  }

  private end(why: Bilingual): void {
    this.ended ??= why;
    this.settle({ kind: 'fault', message: this.ended.en });
  }

  private settle(answer: Message): void {
    this.worker.unref();
    this.waiting?.(answer);
    this.waiting = undefined;
  }
}

/** An output, which has to have the shape that the batch gives it. */
function numbersOf(outputs: Outputs, name: string, shape: readonly number[]): Float32Array {
  const output = outputs[name];
  if (output?.data instanceof Float32Array && output.dims.join() === shape.join()) return output.data;
  const got = output && `${output.type} [${output.dims.join(', ')}]`;
  const wanted = `float32 [${shape.join(', ')}]`;
  throw new ReadingError({
    en: `${name} is ${got ?? 'nothing'} instead of ${wanted}`,
    zh: `${name} 应为 ${wanted}，却是${got === undefined ? '空的' : ` ${got}`}`,
  });
}
