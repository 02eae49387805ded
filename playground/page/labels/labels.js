import { en } from './en.js';
import { zh } from './zh.js';

/** Everything that the page itself says, in one language. @typedef {typeof zh} Labels */

/** @type {Record<import('../state/preferences.js').Language, Labels>} */
export const LABELS = { zh, en };
