import type { Article } from '../corpus/article.js';
import { fold } from '../language/fold.js';
import { analyseQuestion } from '../language/question.js';
import type { Answer } from './answer.js';
import { type Asking, answerAsked } from './answer-asked.js';
import type { AnsweringTools, FoundOptions } from './answer-question.js';
import { type FollowUp, followUp } from './follow-up/follow-up.js';
import type { WordEvidence } from './follow-up/subject-words.js';
import type { Before, Question } from './question.js';
import { Patience } from './reading/reading.js';
import { IdentifyingNumbers, namesOtherNumber } from './retrieving/identifying-numbers.js';

/**
 * Answers a question in the light of what came before it: one that lacks its subject is completed, and the answer tells by
 * what (`after`). Any other is answered as it stands.
 */
export async function answerInThread(
  tools: AnsweringTools,
  asking: Asking,
  { text, before }: Question,
  options: FoundOptions,
): Promise<Answer> {
  // Whoever asks has waited already when a question is understood in a second way.
  const patient = { ...options, patience: new Patience() };
  const alone = () => answerAsked(tools, asking, text, patient);
  if (!before) return alone();
  const quoted = await quotedArticle(tools, asking, before);
  const known = quoted ? { ...before, title: quoted.title } : before;
  const found = await followUp(text, known, quoted && evidenceOf(text, quoted, known, asking));
  if (found.kind === 'full') return alone();
  const about = async (subject: string): Promise<Answer> => ({
    ...(await answerAsked(tools, asking, text, { ...patient, subject })),
    after: subject,
  });
  return firstAnswered(ways(found, alone, about));
}

/** The ways to understand a follow-up, in the order in which they are tried; where none is answered, the first counts. */
function ways(
  { subjects: [first, ...others], alone: understood }: FollowUpFound,
  alone: () => Promise<Answer>,
  about: (subject: string) => Promise<Answer>,
): readonly [Way, ...Way[]] {
  const rest = others.map((subject) => () => about(subject));
  switch (understood) {
    case 'first':
      return [alone, () => about(first), ...rest];
    case 'last':
      return [() => about(first), ...rest, alone];
    case 'never':
      return [() => about(first), ...rest];
  }
}

type FollowUpFound = Extract<FollowUp, { readonly kind: 'follow-up' }>;
type Way = () => Promise<Answer>;

/**
 * The first that is answered; where none is, the first, unless the question as it stands has a word that is nowhere in the
 * collection: then it is not about what came before either, and to be told so is worth more than a passage about that.
 */
async function firstAnswered([first, ...others]: readonly [Way, ...Way[]]): Promise<Answer> {
  const likeliest = await first();
  if (likeliest.status === 'answered') return likeliest;
  for (const way of others) {
    const answer = await way();
    if (answer.status === 'answered' || lacksItsWords(answer)) return answer;
  }
  return likeliest;
}

function lacksItsWords(answer: Answer): boolean {
  return answer.after === undefined && answer.status === 'refused' && answer.missing.length > 0;
}

async function quotedArticle(
  { index }: AnsweringTools,
  { articles }: Asking,
  { passage, title }: Before,
): Promise<Article | undefined> {
  const held = passage === undefined ? undefined : await index.get(passage);
  if (held) return held.article;
  return title === undefined ? undefined : articles.titled(title);
}

function evidenceOf(
  text: string,
  quoted: Article,
  { questions = [], subject = '' }: Before,
  { articles }: Asking,
): WordEvidence {
  const spoken = fold([quoted.title, quoted.text, subject, ...questions].join('\n'));
  return {
    spokenOf: (term) => spoken.includes(term),
    heads: (term) => articles.heads(term, quoted.title),
    otherNumber: () =>
      namesOtherNumber(new IdentifyingNumbers(analyseQuestion(text)), { passage: { article: quoted } }),
  };
}
