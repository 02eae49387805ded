import { requireNode } from '../app/node-version.js';

// What follows does not even load on an older one.
requireNode();
await import('./read-process.js');
