/** What somebody may think of an answer. */
export type JudgementKind = 'useful' | 'wrong' | 'typo';

/** What somebody thinks of an answer, as it is kept. */
export interface Judgement {
  readonly judgement: JudgementKind;
  /** Id of the passage that was shown. */
  readonly passage: string;
  /** The day, as ISO 8601 has it (UTC); no time, so that nobody is found by it. */
  readonly day: string;
  /** The right reading of a misprint, as the person wrote it. */
  readonly reading?: string;
  /** What was asked and shown; only where questions are kept. */
  readonly asked?: Asked;
}

/** A question with what it was answered with: enough to ask it again elsewhere. */
export interface Asked {
  readonly question: string;
  readonly title: string;
  /** The passage. */
  readonly text: string;
  /** What of it was shown as the answer, verbatim. */
  readonly answer: string;
}

/** The judgement that was kept, or `undefined` for what is none. */
export function judgementOf(value: unknown): Judgement | undefined {
  if (!isRecord(value)) return undefined;
  const { judgement, passage, day, reading, asked } = value;
  if (judgement !== 'useful' && judgement !== 'wrong' && judgement !== 'typo') return undefined;
  if (typeof passage !== 'string' || typeof day !== 'string') return undefined;
  const question = askedOf(asked);
  return {
    judgement,
    passage,
    day,
    ...(typeof reading === 'string' && { reading }),
    ...(question && { asked: question }),
  };
}

function askedOf(value: unknown): Asked | undefined {
  if (!isRecord(value)) return undefined;
  const { question, title, text, answer } = value;
  const isWhole = [question, title, text, answer].every((part) => typeof part === 'string');
  return isWhole ? ({ question, title, text, answer } as Asked) : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
