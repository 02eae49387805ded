import { usedFor } from '../eval/asked.js';
import type { Shape } from '../eval/collected.js';
import type { EvalQuestion, EvalSet } from '../eval/set.js';
import type { Example } from './network.js';
import { askedExample, type IndexedSet, indexSet, isFound } from './questions.js';

/** What ranking is learned from and measured on, as sets. */
export interface Sources {
  /** All everyday articles, which compete as they do in the product; asked are the questions to learn from. */
  readonly everyday: EvalSet;
  /** Questions on the same articles that nothing is learned from. */
  readonly calibration: Pick<EvalSet, 'name' | 'questions'>;
  /** Public sets, whole: `useOf` tells what is learned from. */
  readonly publicSets: readonly EvalSet[];
}

/** How else a question may be put than it is written. */
export interface Ways {
  /** As a recogniser of speech understands it. */
  mishear(question: string): string;
  /** As somebody puts it who does not know the articles' words. */
  reword(question: string): string;
}

/** What is learned from and measured on, as features. */
export interface Material {
  readonly learned: readonly Example[];
  /** By set; those that nothing is found for are among them. */
  readonly measured: ReadonlyMap<string, readonly Example[]>;
  /** By set; public questions count once a shape. `notFound` are left out: none of their candidates holds the answer. */
  readonly counts: Readonly<Record<string, SourceCounts>>;
}

/** How questions are asked. */
type Asking = 'written' | 'misheard' | 'reworded';

/** How many questions of a set are learned from, by how they are asked, and how many were left out. */
export type SourceCounts = Readonly<Record<Asking | 'notFound', number>>;

/** What questions of public sets, and those put otherwise, count beside everyday ones. */
const LESS = 0.5;
/** One everyday question in so many is learned from once more as it may be heard. */
const MISHEARD_EVERY = 8;
/** Of public questions on single paragraphs, one in so many is misheard, and as many are reworded. */
const OTHERWISE_EVERY = 6;
/** Public sets are learned from in all shapes, so that neither titles nor single paragraphs are taken for granted. */
const SHAPES: readonly Shape[] = ['lines', 'untitled', 'pages'];

/**
 * Asks every question that is learned from or measured on.
 * @param tell told what is being asked
 */
export async function materialOf(
  { everyday, calibration, publicSets }: Sources,
  ways: Ways,
  tell: (message: string) => void = () => {},
): Promise<Material> {
  const gathering = new Gathering(ways);
  const indexed = await indexSet(everyday, 'lines');
  tell(`asking ${everyday.name}: ${everyday.questions.length} questions`);
  for (const [place, question] of answerable(everyday).entries()) {
    await gathering.learn(everyday.name, indexed, question, 'written', 1);
    if (place % MISHEARD_EVERY === MISHEARD_EVERY - 1)
      await gathering.learn(everyday.name, indexed, question, 'misheard', LESS);
  }
  await gathering.measure(calibration.name, indexed, answerable(calibration));
  for (const set of publicSets) {
    tell(`asking ${set.name}: ${set.questions.length} questions, in ${SHAPES.length} shapes`);
    const questions = answerable(usedFor(set, 'learned'));
    for (const shape of SHAPES) {
      const own = await indexSet(set, shape);
      for (const [place, question] of questions.entries()) {
        const turn = shape === 'lines' ? place % OTHERWISE_EVERY : OTHERWISE_EVERY;
        const asking = turn === 0 ? 'misheard' : turn === 1 ? 'reworded' : 'written';
        await gathering.learn(set.name, own, question, asking, LESS);
      }
      if (shape === 'lines') await gathering.measure(set.name, own, answerable(usedFor(set, 'calibration')));
    }
  }
  return gathering;
}

function answerable({ questions }: Pick<EvalSet, 'questions'>): EvalQuestion[] {
  return questions.filter(({ answers }) => answers.length > 0);
}

class Gathering implements Material {
  readonly learned: Example[] = [];
  readonly measured = new Map<string, Example[]>();
  readonly counts: Record<string, Record<Asking | 'notFound', number>> = {};
  readonly #put: Readonly<Record<Asking, (question: string) => string>>;

  constructor({ mishear, reword }: Ways) {
    this.#put = { written: (question) => question, misheard: mishear, reworded: reword };
  }

  async learn(
    source: string,
    indexed: IndexedSet,
    question: EvalQuestion,
    asking: Asking,
    weight: number,
  ): Promise<void> {
    const example = await askedExample(indexed, question, this.#put[asking](question.text), weight);
    this.counts[source] ??= { written: 0, misheard: 0, reworded: 0, notFound: 0 };
    const found = isFound(example);
    if (found) this.learned.push(example);
    this.counts[source][found ? asking : 'notFound']++;
  }

  async measure(source: string, indexed: IndexedSet, questions: readonly EvalQuestion[]): Promise<void> {
    const examples: Example[] = [];
    for (const question of questions) examples.push(await askedExample(indexed, question));
    if (examples.length > 0) this.measured.set(source, examples);
  }
}
