import type { System } from '../system.js';
import { jianbao } from './jianbao.js';
import { minisearch } from './minisearch.js';
import { sqlite } from './sqlite.js';

/** What is measured, the product first. */
export const SYSTEMS: readonly System[] = [jianbao, minisearch, sqlite];
