import type { FollowedCollection } from '../collection/follow.js';
import { READERS } from '../corpus/readers.js';
import type { Shelf } from '../telegram/serve.js';

export type { Shelf };

/** A collection's files, for those who look after them. */
export function shelfOf({ place, articles, isFollowing, leftOut, look, survey }: FollowedCollection): Shelf {
  return {
    folder: place?.file === undefined ? place?.folder : undefined,
    endings: [...READERS.keys()],
    isFollowing,
    leftOut,
    look,
    survey,
    contentOf: (source) => articles.contentOf(source),
  };
}
