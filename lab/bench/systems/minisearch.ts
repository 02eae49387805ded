import MiniSearch from 'minisearch';
import nodejieba from 'nodejieba';
import type { BenchPassage } from '../material.js';
import type { System } from '../system.js';
import { readPassages } from './lines.js';

/** MiniSearch as its documentation has it, with nodejieba's words as terms. Searching is all that it does. */
export const minisearch: System = {
  name: 'minisearch-nodejieba',
  restarts: false,
  async open({ corpus }) {
    const index = new MiniSearch<BenchPassage>({
      fields: ['title', 'text'],
      tokenize: (text) => nodejieba.cutForSearch(text, true),
    });
    for await (const passage of readPassages(corpus)) index.add(passage);
    return {
      ask: (question) => index.search(question),
      find: (question) =>
        index
          .search(question)
          .slice(0, 10)
          .map(({ id }) => id as string),
      close: async () => {},
    };
  },
};
