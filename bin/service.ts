import { requireNode } from '../src/app/node-version.js';

// What a service runs; npm start looks at the version before it builds. What follows does not even load on an older one.
requireNode();
await import('./start.js');
