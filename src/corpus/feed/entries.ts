import { parseFeed } from 'feedsmith';

/** An entry of a feed, whatever its format; what the feed does not state is absent. */
export interface Entry {
  readonly title: string | undefined;
  /** HTML or plain, whole where the feed has it so. */
  readonly text: string | undefined;
  readonly date: string | undefined;
  readonly author: string | undefined;
  readonly url: string | undefined;
}

export interface Feed {
  /** As people call it. */
  readonly format: string;
  readonly title: string | undefined;
  readonly entries: readonly Entry[];
}

/** The parts of RSS 2.0 and RSS 1.0 that are read. */
interface Item {
  readonly title?: string;
  readonly link?: string;
  readonly description?: string;
  readonly pubDate?: string;
  readonly authors?: readonly unknown[];
  readonly content?: { readonly encoded?: string };
  readonly itunes?: { readonly summary?: string; readonly subtitle?: string };
  readonly dc?: { readonly creators?: readonly string[]; readonly dates?: readonly string[] };
}

/** Reads RSS 2.0, RSS 1.0 and Atom. Throws where the text is none of them. */
export function feedOf(xml: string): Feed {
  const { format, feed } = parseFeed(xml);
  switch (format) {
    case 'rss':
      return {
        format: 'RSS',
        title: feed.title,
        entries: (feed.items ?? []).map((item) => entryOfItem(item as Item)),
      };
    case 'rdf':
      return {
        format: 'RSS 1.0',
        title: feed.title,
        entries: (feed.items ?? []).map((item) => entryOfItem(item as Item)),
      };
    case 'atom':
      return {
        format: 'Atom',
        title: feed.title?.value,
        entries: (feed.entries ?? []).map(
          ({ title, content, summary, published, updated, authors, links }) => ({
            title: title?.value,
            text: content?.value ?? summary?.value,
            date: published ?? updated,
            author: namesOf(authors?.map(({ name }) => name)),
            url: (links?.find(({ rel = 'alternate' }) => rel === 'alternate') ?? links?.[0])?.href,
          }),
        ),
      };
    default:
      throw new TypeError(`It is a feed of another kind (${format})`);
  }
}

/** An episode of a podcast may have its text for iTunes alone. */
function entryOfItem({ title, link, description, pubDate, authors, content, itunes, dc }: Item): Entry {
  return {
    title,
    text: content?.encoded ?? description ?? itunes?.summary ?? itunes?.subtitle,
    date: pubDate ?? dc?.dates?.[0],
    author: namesOf(dc?.creators) ?? namesOf(authors),
    url: link,
  };
}

function namesOf(names: readonly unknown[] = []): string | undefined {
  const known = names.filter((name) => typeof name === 'string' && name !== '');
  return known.length === 0 ? undefined : known.join('、');
}
