import { z } from 'zod';
import type { EvalSet } from '../eval/set.js';

/** SQuAD's form, which all of these sets are published in; what else they state is not needed. */
const squadSchema = z.object({
  data: z
    .array(
      z.object({
        title: z.string(),
        paragraphs: z.array(
          z.object({
            context: z.string().min(1),
            qas: z.array(
              z.object({
                id: z.string(),
                question: z.string(),
                answers: z.array(z.object({ text: z.string().min(1) })),
              }),
            ),
          }),
        ),
      }),
    )
    .min(1),
});
type Squad = z.infer<typeof squadSchema>;

/** A file has come that is not what the set is published as. */
export class UnexpectedFormError extends Error {
  override readonly name = 'UnexpectedFormError';
  readonly exitCode = 1;

  constructor(path: string, reason: string, options?: ErrorOptions) {
    super(
      `${path} is not in the form of SQuAD: ${reason}. Remove it and fetch the set again; if that does not help, ` +
        'what is published at its address has changed.',
      options,
    );
  }
}

/**
 * Reads a file in SQuAD's form.
 * @param path only to be named
 * @throws UnexpectedFormError
 */
export function parseSquad(content: Buffer, path: string): Squad {
  let json: unknown;
  try {
    json = JSON.parse(content.toString('utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UnexpectedFormError(path, (error as Error).message, { cause: error });
  }
  const result = squadSchema.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new UnexpectedFormError(path, `${issue?.path.join('.') || 'the file'}: ${issue?.message ?? '?'}`);
}

/** The ids of all questions. */
export function questionIds({ data }: Squad): ReadonlySet<string> {
  return new Set(data.flatMap(({ paragraphs }) => paragraphs.flatMap(({ qas }) => qas.map(({ id }) => id))));
}

/**
 * A published set as one to ask: each paragraph a passage, each answer once.
 * @param name of the set; ids begin with it
 * @param without ids of questions whose passages are left out, with all that is asked about them
 */
export function toEvalSet({ data }: Squad, name: string, without: ReadonlySet<string> = new Set()): EvalSet {
  const passages: EvalSet['passages'] = [];
  const questions: EvalSet['questions'] = [];
  data.forEach(({ title, paragraphs }, a) => {
    paragraphs.forEach(({ context, qas }, p) => {
      if (qas.some(({ id }) => without.has(id))) return;
      const passage = `${name}-${a}-${p}`;
      passages.push({ id: passage, title, text: context });
      for (const { id, question, answers } of qas) {
        const distinct = [...new Set(answers.map(({ text }) => text))];
        questions.push({ id: `${name}:${id}`, text: question, passage, answers: distinct });
      }
    });
  });
  return { name, passages, questions };
}
