import type { Article } from '../corpus/article.js';
import { passagesOf } from '../corpus/passages.js';
import { datesOf } from '../corpus/survey.js';
import { fold } from '../language/fold.js';
import { segment } from '../language/segment.js';
import {
  type ArticleStore,
  type DateSpan,
  type ExactFinding,
  type FileContent,
  folderOf,
  type Holding,
  OVERVIEW_TITLES,
  type Overview,
  type TitledPassage,
} from './article-store.js';
import { placesOf, spellingsOf } from './exact-words.js';
import { oncePer } from './once-per.js';
import { TitleSuggester } from './title-suggester.js';

type Articles = readonly Article[];

/** Of titles that have the characters of a word, so many are cut into words to see whether they have the word. */
const MOST_CUT = 24;

/** The articles that this process has in memory. It never throws `IndexUnavailableError`. */
export class ListedArticles implements ArticleStore {
  /** @param articles those that are held at the time, in their order; a change gives another list */
  constructor(private readonly articles: () => Articles) {}

  get overview(): Overview {
    return overviewOf(this.articles());
  }

  async titled(title: string): Promise<Article | undefined> {
    return this.articles().find((article) => article.title === title);
  }

  async heads(word: string, except: string): Promise<boolean> {
    let cut = 0;
    for (const title of different(this.articles())) {
      if (title === except || !fold(title).includes(word)) continue;
      if (segment(title).some(({ term }) => term === word)) return true;
      if (++cut === MOST_CUT) return false;
    }
    return false;
  }

  async complete(typed: string, limit: number): Promise<readonly TitledPassage[]> {
    const { suggester, newest } = titlesOf(this.articles());
    return suggester.complete(typed, limit).flatMap((title): TitledPassage[] => {
      const article = newest.get(title);
      const [first] = article ? passagesOf(article) : [];
      return first ? [{ title, passage: first.id }] : [];
    });
  }

  async titlesNear(): Promise<readonly string[]> {
    return different(this.articles());
  }

  async exactly(words: string, limit: number): Promise<ExactFinding> {
    const found = holding(this.articles(), words);
    const places = found.reduce((sum, one) => sum + one.places.length, 0);
    return { holdings: found.slice(0, limit), places, atLeast: false };
  }

  async sample(count: number): Promise<Articles> {
    const articles = this.articles();
    const step = Math.max(1, Math.floor(articles.length / count));
    return articles.filter((_, i) => i % step === 0);
  }

  async contentOf(source: string): Promise<FileContent | undefined> {
    // What is in an archive has the archive's path before its own.
    const own = this.articles().filter((one) => one.source === source || one.source.startsWith(`${source}/`));
    const [first] = own;
    const dates = datesOf(own);
    return first && { articles: own.length, title: first.title, ...(dates && { dates }) };
  }

  part(folder: string): ListedArticles {
    const within = oncePer((all: Articles) => all.filter(({ source }) => folderOf(source) === folder));
    return new ListedArticles(() => within(this.articles()));
  }
}

const overviewOf = oncePer((articles: Articles): Overview => {
  const publications = new Set<string>();
  const files = new Set<string>();
  const folders = new Set<string>();
  for (const { source, publication } of articles) {
    files.add(source);
    if (publication !== undefined) publications.add(publication);
    const folder = folderOf(source);
    if (folder !== undefined) folders.add(folder);
  }
  const stated = spanOf(articles);
  const dates = datesOf(articles);
  return {
    articles: articles.length,
    // Cutting takes longer than all the rest, and is seldom asked for.
    get passages() {
      return passagesIn(articles);
    },
    files: files.size,
    titles: articles.slice(0, OVERVIEW_TITLES).map(({ title }) => title),
    publications: [...publications],
    folders: [...folders].sort(),
    ...(stated && { stated }),
    ...(dates && { dates }),
  };
});

const passagesIn = oncePer((articles: Articles): number =>
  articles.reduce((sum, article) => sum + passagesOf(article).length, 0),
);

/** Of the dates as they are stated. */
function spanOf(articles: Articles): DateSpan | undefined {
  return datesOf(articles.flatMap(({ date }) => (date === undefined ? [] : { date })));
}

const different = oncePer((articles: Articles): readonly string[] => [
  ...new Set(articles.map(({ title }) => title)),
]);

interface Titles {
  readonly suggester: TitleSuggester;
  readonly newest: ReadonlyMap<string, Article>;
}

const titlesOf = oncePer((articles: Articles): Titles => {
  const newest = new Map<string, Article>();
  for (const article of articles) {
    const known = newest.get(article.title);
    if (!known || (known.when ?? '') < (article.when ?? '')) newest.set(article.title, article);
  }
  return { suggester: new TitleSuggester([...newest.keys()]), newest };
});

/** Every passage that holds the words, in the order of the collection. */
function holding(articles: Articles, words: string): Holding[] {
  const sought = spellingsOf(words);
  return articles
    .filter(({ text }) => text.search(sought) >= 0)
    .flatMap((article) => passagesOf(article))
    .map((passage) => ({ passage, places: placesOf(passage.text, sought) }))
    .filter(({ places }) => places.length > 0);
}
