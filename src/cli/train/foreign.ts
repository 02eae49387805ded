import { ClueFinder } from '../../answering/clue-places.js';
import { weighClues } from '../../answering/clues.js';
import type { Gathered } from '../../answering/gather.js';
import { gather } from '../../answering/gather.js';
import { foldedUnits } from '../../language/fold.js';
import type { Candidate, PassageIndex } from '../../retrieval/passage-index.js';
import { indexOf } from '../eval/collected.js';
import type { IndexedSet } from './questions.js';
import { partOf } from './questions.js';
import { hash } from './random.js';

/** A question asked of some index, with whether that index can answer it. */
export interface ConfidenceCase {
  readonly part: number;
  readonly gathered: Gathered;
  readonly answerable: boolean;
  readonly weight: number;
}

/** Articles in a small collection: about a newspaper page and its neighbours. */
const SMALL = { lines: 32, untitled: 32, pages: 8 } as const;
/** How much the cases count. A question on the right topic without its answer is the hardest, and the rarest, to tell. */
const WEIGHT = { own: 1, foreign: 1, ownSmall: 0.7, foreignSmall: 0.5, near: 0.15 } as const;

/**
 * Each question asked of its own collection, of another one, of a small part of either, and of its own without the
 * passages that hold the answer.
 */
export async function* confidenceCases(
  sets: readonly IndexedSet[],
  uses: (part: number) => boolean,
): AsyncGenerator<ConfidenceCase> {
  for (const own of sets) {
    const others = sets.filter(({ set, shape }) => set !== own.set && shape === own.shape);
    const { indexes, partOfArticle } = await smallIndexes(own);
    for (const wanted of own.set.questions) {
      if (wanted.answers.length === 0) continue;
      const part = partOf(own.set, wanted);
      if (!uses(part)) continue;
      const ask = (index: PassageIndex): Promise<Gathered> => gather(index, wanted.text);
      const isGold = ({ passage }: Candidate): boolean => own.collected.places(passage, wanted).length > 0;
      const full = await ask(own.index);
      yield { part, gathered: full, answerable: true, weight: WEIGHT.own };
      for (const { index } of others) {
        yield { part, gathered: await ask(index), answerable: false, weight: WEIGHT.foreign / others.length };
      }
      const home = partOfArticle.get(own.collected.articleOf(wanted.passage) ?? '') ?? 0;
      const away = (home + 1 + (hash(wanted.text) % (indexes.length - 1))) % indexes.length;
      const small = await ask(indexes[home] as PassageIndex);
      yield { part, gathered: small, answerable: true, weight: WEIGHT.ownSmall };
      const near = hash(wanted.text) % 2 === 0 ? full : small;
      yield { part, gathered: without(near, isGold), answerable: false, weight: WEIGHT.near };
      const foreign = await ask(indexes[away] as PassageIndex);
      yield { part, gathered: foreign, answerable: false, weight: WEIGHT.foreignSmall };
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
function without(gathered: Gathered, isGone: (candidate: Candidate) => boolean): Gathered {
  const gone = gathered.candidates.filter(isGone);
  const documentFrequency = new Map(gathered.documentFrequency);
  for (const { passage } of gone) {
    const held = [passage.text, passage.article.title].map((text) =>
      gathered.finder.written(foldedUnits(text)),
    );
    gathered.clues.forEach(({ term }, c) => {
      const frequency = documentFrequency.get(term) ?? 0;
      if (held.some((places) => (places[c]?.length ?? 0) > 0))
        documentFrequency.set(term, Math.max(0, frequency - 1));
    });
  }
  const passages = gathered.passages - gone.length;
  const clues = weighClues(gathered.clues, passages, documentFrequency);
  return {
    ...gathered,
    candidates: gathered.candidates.filter((candidate) => !isGone(candidate)),
    documentFrequency,
    passages,
    clues,
    finder: new ClueFinder(clues),
  };
}
