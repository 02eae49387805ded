import { join } from 'node:path';
import { openCollection } from '../../../src/app/open.js';
import type { System } from '../system.js';

/** The product itself, from the file to the clipping. */
export const jianbao: System = {
  name: 'jianbao',
  restarts: true,
  async open({ corpus, folder }) {
    const index = { kind: 'memory', cacheDir: join(folder, 'cache') } as const;
    const { answerer, close } = await openCollection(corpus, { index });
    return {
      ask: (question) => answerer.answer({ text: question }),
      async find(question) {
        const { results } = await answerer.answer({ text: question }, { top: 10 });
        return [...new Set(results.map(({ citation }) => citation.article))];
      },
      close,
    };
  },
};
