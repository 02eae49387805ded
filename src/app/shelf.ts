import type { FollowedCollection } from '../collection/follow.js';
import { READERS } from '../corpus/readers.js';
import { datesOf } from '../corpus/survey.js';
import type { Shelf } from '../telegram/serve.js';

export type { Shelf };

/** A collection's files, for those who look after them. */
export function shelfOf({ place, articles, leftOut, look, survey }: FollowedCollection): Shelf {
  return {
    folder: place.file === undefined ? place.folder : undefined,
    endings: [...READERS.keys()],
    leftOut,
    look,
    survey,
    contentOf(source) {
      // What is in an archive has the archive's path before its own.
      const own = articles().filter((one) => one.source === source || one.source.startsWith(`${source}/`));
      const [first] = own;
      const dates = datesOf(own);
      return first && { articles: own.length, title: first.title, ...(dates && { dates }) };
    },
  };
}
