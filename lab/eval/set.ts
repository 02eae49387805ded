import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import type { Article } from '../../src/corpus/article.js';
import { readJsonl } from '../../src/corpus/json/jsonl.js';

const text = z.string().min(1);

const setSchema = z.object({
  name: text.optional(),
  passages: z.array(z.object({ id: text, title: z.string().optional(), text })).min(1),
  questions: z
    .array(
      z.object({
        id: z.union([z.string(), z.number()]).optional(),
        text: z.string(),
        passage: z.string(),
        answers: z.array(text),
        kind: text.optional(),
      }),
    )
    .min(1),
});

/** A reading-comprehension set: passages, and questions with the passage and the answers wanted, some with their kind. */
export type EvalSet = Required<Pick<z.infer<typeof setSchema>, 'passages' | 'questions'>> & {
  readonly name: string;
};
export type EvalQuestion = EvalSet['questions'][number];

/** A set that cannot be scored; the message names file and place. */
export class MalformedSetError extends Error {
  override readonly name = 'MalformedSetError';
  readonly exitCode = 2;
  constructor(
    readonly file: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`${file}: ${reason}`, options);
  }
}

/**
 * Reads a set: `{ name, passages: [{ id, title, text }], questions: [{ id, text, passage, answers, kind }] }`.
 * Throws `MalformedSetError` when the file cannot be read, is not of that form, or a question names no passage.
 */
export function readSet(file: string): EvalSet {
  const result = setSchema.safeParse(parse(file));
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new MalformedSetError(
      file,
      `${placeOf(issue?.path ?? [])}: ${issue?.message ?? 'not of the form wanted'}`,
    );
  }
  const { passages, questions, name } = result.data;
  const ids = new Set<string>();
  passages.forEach(({ id }, i) => {
    if (ids.has(id)) throw new MalformedSetError(file, `passages[${i}].id: "${id}" occurs twice`);
    ids.add(id);
  });
  questions.forEach(({ passage, answers }, i) => {
    if (answers.length > 0 && !ids.has(passage)) {
      throw new MalformedSetError(file, `questions[${i}].passage: there is no passage "${passage}"`);
    }
  });
  return { name: name ?? basename(file, '.json'), passages, questions };
}

/** The set's passages as the articles that a JSONL file of them would give. */
export function articlesOf({ name, passages }: EvalSet): Article[] {
  const lines = passages.map((passage) => JSON.stringify(passage)).join('\n');
  const articles: Article[] = [];
  for (const outcome of readJsonl(`${name}.jsonl`, Buffer.from(lines))) {
    if (outcome.kind === 'article') articles.push(outcome.article);
  }
  return articles;
}

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'is a folder; name the file of a set',
  EACCES: 'may not be read',
};

function parse(file: string): unknown {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new MalformedSetError(file, UNREADABLE[code] ?? `cannot be read (${code})`, { cause: error });
  }
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new MalformedSetError(file, `is not valid JSON: ${(error as Error).message}`, { cause: error });
  }
}

function placeOf(path: readonly PropertyKey[]): string {
  return (
    path
      .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
      .join('')
      .replace(/^\./, '') || 'the file'
  );
}
