import { weighQueryTerms } from '../../src/answering/retrieving/query-terms.js';
import type { Retrieved } from '../../src/answering/retrieving/retrieve.js';
import { retrieve } from '../../src/answering/retrieving/retrieve.js';
import { TermFinder } from '../../src/answering/retrieving/term-places.js';
import { foldedUnits } from '../../src/language/fold.js';
import type { Candidate, PassageIndex } from '../../src/retrieval/passage-index.js';
import { indexOf } from '../eval/collected.js';
import { partOf } from '../eval/parts.js';
import { hash } from '../random.js';
import type { IndexedSet } from './questions.js';

/** How much the cases count, by what is asked of which collection. */
const WEIGHT = {
  /** A question of its own collection, and of a small part of it that holds the answer. */
  own: 1,
  ownSmall: 0.7,
  /** A question of another collection, and of a small part that does not hold the answer. */
  foreign: 1,
  foreignSmall: 0.5,
  /** Of its own without the passages that answer it: the right topic and no answer, the hardest to tell. */
  near: 0.15,
  /** Questions that the set itself says nothing there answers, asked of all of it and of a small part. */
  unanswerable: 1.4,
  unanswerableSmall: 1.4,
  /** As dictated: of its own, and of another. */
  misheard: 0.6,
  misheardForeign: 0.6,
  /** As put by somebody who does not know the articles' words: of its own and of another, small ones too. */
  reworded: 0.6,
  rewordedSmall: 0.6,
  rewordedForeign: 0.6,
  rewordedForeignSmall: 0.6,
} as const;

type CaseType = keyof typeof WEIGHT;

/** A question asked of some index, with whether that index can answer it. */
export interface AnswerabilityCase {
  readonly part: number;
  readonly retrieved: Retrieved;
  readonly answerable: boolean;
  readonly weight: number;
}

const ANSWERABLE: ReadonlySet<CaseType> = new Set([
  'own',
  'ownSmall',
  'misheard',
  'reworded',
  'rewordedSmall',
]);

/** What else a question may be than it is written. */
export interface Ways {
  /** As a recogniser of speech understands it. */
  mishear(question: string): string;
  /** As somebody puts it who does not know the articles' words. */
  reword(question: string): string;
}

/** Articles in a small collection: about a newspaper page and its neighbours. */
const SMALL = { lines: 32, untitled: 32, pages: 8 } as const;

/**
 * Each question asked of its own collection and of others, of small parts of either, and of its own without the
 * passages that hold the answer; of single paragraphs also as dictated and in other words. Questions without an answer
 * are asked of their own collection.
 */
export async function* answerabilityCases(
  sets: readonly IndexedSet[],
  uses: (part: number) => boolean,
  { mishear, reword }: Ways,
): AsyncGenerator<AnswerabilityCase> {
  for (const own of sets) {
    const others = sets.filter(({ set, shape }) => set !== own.set && shape === own.shape);
    const { indexes, partOfArticle } = await smallIndexes(own);
    for (const wanted of own.set.questions) {
      const part = partOf(own.set, wanted);
      if (!uses(part)) continue;
      const { text } = wanted;
      const coin = hash(text) % 2;
      const found = (type: CaseType, retrieved: Retrieved, share = 1): AnswerabilityCase => ({
        part,
        retrieved,
        answerable: ANSWERABLE.has(type),
        weight: WEIGHT[type] * share,
      });
      const home = partOfArticle.get(own.collected.articleOf(wanted.passage) ?? '') ?? 0;
      const atHome = indexes[home] as PassageIndex;
      if (wanted.answers.length === 0) {
        yield found('unanswerable', await retrieve(own.index, text));
        yield found('unanswerableSmall', await retrieve(atHome, text));
        continue;
      }
      const isGold = ({ passage }: Candidate): boolean => own.collected.places(passage, wanted).length > 0;
      const full = await retrieve(own.index, text);
      yield found('own', full);
      for (const { index } of others) yield found('foreign', await retrieve(index, text), 1 / others.length);
      const away = (home + 1 + (hash(text) % (indexes.length - 1))) % indexes.length;
      const small = await retrieve(atHome, text);
      yield found('ownSmall', small);
      yield found('near', without(coin === 0 ? full : small, isGold));
      yield found('foreignSmall', await retrieve(indexes[away] as PassageIndex, text));
      if (own.shape !== 'lines') continue;
      const heard = mishear(text);
      yield found('misheard', await retrieve(own.index, heard));
      for (const { index } of others) {
        yield found('misheardForeign', await retrieve(index, heard), 1 / others.length);
      }
      const said = reword(text);
      yield found('reworded', await retrieve(own.index, said));
      yield found('rewordedSmall', await retrieve(atHome, said));
      for (const { index } of others) {
        yield found('rewordedForeign', await retrieve(index, said), 1 / others.length);
      }
      yield found('rewordedForeignSmall', await retrieve(indexes[away] as PassageIndex, said));
    }
  }
}

async function smallIndexes({
  collected: { articles },
  shape,
}: IndexedSet): Promise<{ indexes: PassageIndex[]; partOfArticle: Map<string, number> }> {
  const indexes: PassageIndex[] = [];
  const partOfArticle = new Map<string, number>();
  for (let from = 0; from < articles.length; from += SMALL[shape]) {
    const part = articles.slice(from, from + SMALL[shape]);
    for (const { id } of part) partOfArticle.set(id, indexes.length);
    indexes.push(await indexOf(part));
  }
  return { indexes, partOfArticle };
}

/** As if some passages were not there: their words are rarer, or missing, and weigh accordingly. */
function without(retrieved: Retrieved, isGone: (candidate: Candidate) => boolean): Retrieved {
  const gone = retrieved.candidates.filter(isGone);
  const documentFrequency = new Map(retrieved.documentFrequency);
  for (const { passage } of gone) {
    const held = [passage.text, passage.article.title].map((text) =>
      retrieved.finder.written(foldedUnits(text)),
    );
    retrieved.queryTerms.forEach(({ term }, c) => {
      const frequency = documentFrequency.get(term) ?? 0;
      if (held.some((places) => (places[c]?.length ?? 0) > 0))
        documentFrequency.set(term, Math.max(0, frequency - 1));
    });
  }
  const passages = retrieved.passages - gone.length;
  const queryTerms = weighQueryTerms(retrieved.queryTerms, passages, documentFrequency);
  return {
    ...retrieved,
    candidates: retrieved.candidates.filter((candidate) => !isGone(candidate)),
    documentFrequency,
    passages,
    queryTerms,
    finder: new TermFinder(queryTerms),
  };
}
