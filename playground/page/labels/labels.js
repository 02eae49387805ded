import { en } from './en.js';
import { zh } from './zh.js';

/** Everything that the page itself says, in one language. @typedef {typeof zh} Words */

/** @type {Record<import('../state/preferences.js').Language, Words>} */
export const WORDS = { zh, en };
