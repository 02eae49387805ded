import type { Place } from '../files.js';
import type { Part } from './parts.js';

/** To the process that reads: a file to read, or that the next part may come. */
export type Order =
  | { readonly kind: 'read'; readonly place: Place; readonly source: string }
  | { readonly kind: 'more' };

/** From it: that it is ready, a part of a reading, or that the program itself failed, in one line. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'defect'; readonly message: string }
  | Part;
