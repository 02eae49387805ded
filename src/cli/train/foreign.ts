import type { Gathered } from '../../answering/gather.js';
import { gather } from '../../answering/gather.js';
import type { PassageIndex } from '../../retrieval/passage-index.js';
import type { EvalQuestion } from '../eval/set.js';
import { hash, type IndexedSet, indexOf } from './questions.js';

/** A question asked of some index, with whether that index can answer it. */
export interface ConfidenceCase {
  readonly wanted: EvalQuestion;
  readonly gathered: Gathered;
  readonly answerable: boolean;
  readonly weight: number;
}

/** Articles in a small collection: about a newspaper page and its neighbours. */
const SMALL = 32;
/** How much the cases count. A question on the right topic without its answer is the hardest, and the rarest, to tell. */
const WEIGHT = { own: 1, foreign: 1, ownSmall: 0.5, foreignSmall: 0.5, near: 0.25 } as const;

/**
 * Each question asked of its own collection, of another one, of a small part of either, and of its own without the
 * articles of the same title.
 */
export async function* confidenceCases(sets: readonly IndexedSet[]): AsyncGenerator<ConfidenceCase> {
  for (const own of sets) {
    const others = sets.filter((set) => set !== own);
    const { indexes, partOfArticle } = await smallIndexes(own);
    for (const wanted of own.set.questions) {
      if (wanted.answers.length === 0) continue;
      const ask = async (index: PassageIndex): Promise<Gathered> => gather(index, wanted.text);
      const full = await ask(own.index);
      yield { wanted, gathered: full, answerable: true, weight: WEIGHT.own };
      yield { wanted, gathered: withoutTitle(full, wanted.passage), answerable: false, weight: WEIGHT.near };
      for (const { index } of others) {
        yield {
          wanted,
          gathered: await ask(index),
          answerable: false,
          weight: WEIGHT.foreign / others.length,
        };
      }
      const home = partOfArticle.get(wanted.passage) ?? 0;
      const away = (home + 1 + (hash(wanted.text) % (indexes.length - 1))) % indexes.length;
      yield {
        wanted,
        gathered: await ask(indexes[home] as PassageIndex),
        answerable: true,
        weight: WEIGHT.ownSmall,
      };
      yield {
        wanted,
        gathered: await ask(indexes[away] as PassageIndex),
        answerable: false,
        weight: WEIGHT.foreignSmall,
      };
    }
  }
}

async function smallIndexes({
  articles,
}: IndexedSet): Promise<{ indexes: PassageIndex[]; partOfArticle: Map<string, number> }> {
  const indexes: PassageIndex[] = [];
  const partOfArticle = new Map<string, number>();
  for (let from = 0; from < articles.length; from += SMALL) {
    const part = articles.slice(from, from + SMALL);
    for (const { id } of part) partOfArticle.set(id, indexes.length);
    indexes.push(await indexOf(part));
  }
  return { indexes, partOfArticle };
}

/** As if the articles of the gold one's title were not there. */
function withoutTitle(gathered: Gathered, article: string): Gathered {
  const title = gathered.candidates.find(({ passage }) => passage.article.id === article)?.passage.article
    .title;
  const isGone = ({ passage }: Gathered['candidates'][number]): boolean =>
    passage.article.id === article || passage.article.title === title;
  return { ...gathered, candidates: gathered.candidates.filter((candidate) => !isGone(candidate)) };
}
