import { join } from 'node:path';
import { type OpenCollection, openCollection } from '../../../src/app/open.js';
import type { ReadySystem, System } from '../system.js';

/** The product itself, from the file to the clipping. */
export const jianbao: System = product('jianbao', 'on');
/** The product with `READER=off`: all that it does before it reads. */
export const jianbaoUnread: System = product('jianbao-reader-off', 'off');

function product(name: string, reader: 'on' | 'off'): System {
  return {
    name,
    restarts: true,
    async open({ corpus, folder }) {
      const index = { kind: 'memory', cacheDir: join(folder, 'cache') } as const;
      // A small collection has few questions, so that some are asked again; each is to be read as if for the first time.
      return answering(await openCollection(corpus, { index, reader, reading: { mostKept: 0 } }));
    },
  };
}

/** A collection that is ready to be asked. */
export function answering({ answerer, close }: OpenCollection): ReadySystem {
  return {
    ask: (question) => answerer.answer({ text: question }),
    async find(question) {
      const { results } = await answerer.answer({ text: question }, { top: 10 });
      return [...new Set(results.map(({ citation }) => citation.article))];
    },
    close,
  };
}
