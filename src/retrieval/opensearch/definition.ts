import { ROUGHLY } from './score.js';

/** How the indices of a collection are made: one of passages, which is searched, one of articles, which is looked up by name. */
export interface Sizing {
  /** Of the passages and articles each; default 3. */
  readonly shards?: number;
  /** Further copies of each shard; default as many as there are nodes beside the first, two at most. */
  readonly replicas?: number;
}

const NOT_SEARCHED = { index: false } as const;
/** A term in text or title: its score is nearly that of a query (`ROUGHLY`), for a first choice. */
const TERMS = { type: 'text', analyzer: 'terms', index_options: 'freqs', similarity: 'roughly' } as const;
/** Asked for by a whole value, and told as it was given. */
const VALUE = { type: 'keyword', ignore_above: 8_000 } as const;
const ASKED = { type: 'keyword', doc_values: false } as const;
/** Orders, and is not asked for. */
const ORDER = { type: 'integer', ...NOT_SEARCHED } as const;
const KEPT = { type: 'object', enabled: false } as const;

/** Our own refreshes tell when a change is seen; this one is for what a writer left behind that died before. */
const REFRESH = '5s';

/**
 * How often a copy is tried to be set up before somebody has to ask for it (`_cluster/reroute?retry_failed`); the default is 5. On
 * a node that wakes after a hang, the old copy of a shard may take a minute to close, in which each try fails after 5 seconds.
 */
export const ALLOCATION_TRIES = { 'allocation.max_retries': 100 };

function settings({ shards = 3, replicas }: Sizing): object {
  return {
    number_of_shards: shards,
    ...ALLOCATION_TRIES,
    ...(replicas === undefined ? { auto_expand_replicas: '0-2' } : { number_of_replicas: replicas }),
    refresh_interval: REFRESH,
  };
}

/** Terms are made by us, with a blank between two; they are kept nowhere but in the posting lists. */
export function passagesDefinition(sizing: Sizing): object {
  return {
    settings: {
      ...settings(sizing),
      similarity: {
        occurrences: { type: 'scripted', script: { source: 'return doc.freq;' } },
        roughly: { type: 'scripted', script: { source: ROUGHLY } },
      },
      analysis: {
        analyzer: { terms: { type: 'custom', tokenizer: 'terms' } },
        tokenizer: { terms: { type: 'whitespace', max_token_length: 8_191 } },
      },
    },
    mappings: {
      dynamic: 'strict',
      _source: { includes: ['id', 'article', 'start', 'end', 'lines'] },
      properties: {
        // Orders equals.
        id: { type: 'keyword', ...NOT_SEARCHED },
        article: { type: 'keyword' },
        start: { type: 'integer', ...NOT_SEARCHED, doc_values: false },
        end: { type: 'integer', ...NOT_SEARCHED, doc_values: false },
        lines: { type: 'integer', ...NOT_SEARCHED, doc_values: false },
        text: TERMS,
        title: TERMS,
        textLength: { type: 'integer', ...NOT_SEARCHED },
        titleLength: { type: 'integer', ...NOT_SEARCHED },
        digestLow: { type: 'integer', ...NOT_SEARCHED },
        digestHigh: { type: 'integer', ...NOT_SEARCHED },
        source: VALUE,
        folder: VALUE,
        line: ORDER,
        at: ORDER,
        // Its score is how often a phrase occurs, for each of its terms.
        characters: {
          type: 'text',
          analyzer: 'terms',
          index_options: 'positions',
          norms: false,
          similarity: 'occurrences',
        },
        first: { type: 'boolean', doc_values: false },
        heading: VALUE,
        headingUnits: ORDER,
        headingStretches: ASKED,
        headingWords: ASKED,
        // Its score is how many of the pairs there are.
        headingSounds: { type: 'text', analyzer: 'terms', index_options: 'docs', similarity: 'boolean' },
        printedIn: VALUE,
        stated: VALUE,
        when: VALUE,
        day: VALUE,
        folders: { type: 'keyword', doc_values: false },
        publication: { type: 'keyword', doc_values: false },
        page: { type: 'keyword', doc_values: false },
        // What is found is looked at once more, in the doc values, since `_source` lacks it.
        articleTitle: { type: 'wildcard', doc_values: true },
        works: { type: 'keyword', doc_values: false },
        from: { type: 'integer', doc_values: false },
        to: { type: 'integer', doc_values: false },
        yearlyFrom: { type: 'integer', doc_values: false },
        yearlyTo: { type: 'integer', doc_values: false },
        told: { type: 'integer_range', doc_values: false },
        toldYearly: { type: 'integer_range', doc_values: false },
      },
    },
  };
}

export function articlesDefinition(sizing: Sizing): object {
  return {
    settings: { ...settings(sizing), codec: 'best_compression' },
    mappings: { dynamic: 'strict', properties: { article: KEPT } },
  };
}
