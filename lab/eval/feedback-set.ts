import { basename } from 'node:path';
import { KeptMap } from '../../src/keeping/kept-map.js';
import { type Asked, type Judgement, judgementOf } from '../../src/telegram/feedback/judgement.js';
import { type EvalQuestion, type EvalSet, MalformedSetError } from './set.js';

type Judged = Judgement & { readonly asked: Asked };

/** Whether a file holds what people thought of answers, and is no set: a name is enough to tell. */
export function isFeedback(file: string): boolean {
  return file.endsWith('.jsonl');
}

/**
 * What people thought of answers, as a set: what they found useful has to be answered with what was shown; what they found
 * beside the question has to be refused, unless somebody else found something useful to it. Misprints are no cases.
 * @param file `feedback.jsonl` of a bot that keeps questions (KEEP_QUESTIONS=yes)
 * @throws MalformedSetError when it cannot be read, or holds no question
 */
export async function feedbackSet(file: string): Promise<EvalSet> {
  const kept = await KeptMap.open(file, { parse: judgementOf }).catch((error: NodeJS.ErrnoException) => {
    throw new MalformedSetError(file, `cannot be read (${error.code})`, { cause: error });
  });
  const judged = Array.from(kept.entries(), ([, judgement]) => judgement).filter(hasQuestion);
  const questions = questionsOf(judged);
  if (questions.length === 0) {
    throw new MalformedSetError(file, 'holds no question; they are kept only where KEEP_QUESTIONS=yes');
  }
  const passages = new Map(
    judged.map(({ passage: id, asked: { title, text } }) => [id, { id, title, text }]),
  );
  return { name: basename(file, '.jsonl'), passages: [...passages.values()], questions };
}

function questionsOf(judged: readonly Judged[]): EvalQuestion[] {
  const useful = new Map<string, EvalQuestion>();
  for (const { judgement, passage, asked } of judged) {
    if (judgement !== 'useful' || !asked.text.includes(asked.answer)) continue;
    // Several may have found it useful; it is one case.
    useful.set(`${passage}\n${asked.question}`, caseOf(asked, passage, 'useful', [asked.answer]));
  }
  const answered = new Set(Array.from(useful.values(), ({ text }) => text));
  const wrong = new Map<string, EvalQuestion>();
  for (const { judgement, passage, asked } of judged)
    if (judgement === 'wrong' && !answered.has(asked.question))
      wrong.set(asked.question, caseOf(asked, passage, 'wrong', []));
  return [...useful.values(), ...wrong.values()];
}

function caseOf({ question }: Asked, passage: string, kind: string, answers: string[]): EvalQuestion {
  return { text: question, passage, answers, kind };
}

function hasQuestion(judgement: Judgement): judgement is Judged {
  return judgement.asked !== undefined;
}
