import type { World, WorldArticle } from './world.js';

/** Fewest of each that make an article, or a world, worth learning from. */
const LEAST = { characters: 120, questions: 8, nearMisses: 3, kinds: 12 };
/** A longer answer is a paragraph and no stretch, in UTF-16 units. */
const LONGEST_ANSWER = 140;

/** What is wrong with a world, a sentence each; none where nothing is. */
export function faultsOf(world: World): string[] {
  const kinds = new Set(world.articles.map(({ kind }) => kind));
  return [
    ...(kinds.size < LEAST.kinds ? [`${world.name} has ${kinds.size} kinds of article`] : []),
    ...twice(world.articles.map(({ id }) => id)).map((id) => `${id} stands twice`),
    ...twice(world.articles.map(({ text }) => text.slice(0, 60))).map((text) => `two articles begin ${text}`),
    ...askedTwice(world),
    ...world.articles.flatMap((article) => faultsOfArticle(world, article)),
  ];
}

function faultsOfArticle({ name }: World, { id, text, answered, nearMisses }: WorldArticle): string[] {
  return [
    ...(id.startsWith(`${name}-`) ? [] : [`${id} does not begin with ${name}-`]),
    ...(text.length < LEAST.characters ? [`${id} has ${text.length} characters`] : []),
    ...(answered.length < LEAST.questions ? [`${id} has ${answered.length} questions`] : []),
    ...(nearMisses.length < LEAST.nearMisses ? [`${id} has ${nearMisses.length} near misses`] : []),
    ...answered.flatMap(({ line, answers }) =>
      answers.flatMap((answer) => {
        if (!text.includes(answer)) return [`line ${line}: not in the text of ${id}: ${answer}`];
        return answer.length > LONGEST_ANSWER ? [`line ${line}: ${answer.length} characters are no stretch`] : [];
      }),
    ),
  ];
}

/** Questions of a world that are asked twice, signs and blanks aside: one of them would be a wrong near miss, or no new case. */
function askedTwice({ articles }: World): string[] {
  const seen = new Map<string, number>();
  return articles
    .flatMap(({ answered, nearMisses }) => [...answered, ...nearMisses])
    .flatMap(({ text, line }) => {
      const bare = text.replace(/[\s？?，,。！!]/g, '');
      const before = seen.get(bare);
      seen.set(bare, line);
      return before === undefined ? [] : [`line ${line}: asked before, at line ${before}: ${text}`];
    });
}

function twice(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}
