import type { System } from '../system.js';
import { clustered } from './clustered.js';
import { jianbao, jianbaoUnread } from './jianbao.js';
import { minisearch } from './minisearch.js';
import { sqlite } from './sqlite.js';

/** What is measured, the product first. */
export const SYSTEMS: readonly System[] = [jianbao, jianbaoUnread, minisearch, sqlite];
/** What a process may be told to measure. */
export const KNOWN_SYSTEMS: readonly System[] = [...SYSTEMS, clustered];
