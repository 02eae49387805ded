import { requireNode } from '../app/node-version.js';

// What follows does not even load on an older one.
requireNode();
const { runCommand } = await import('./command-process.js');
const { read } = await import('./read-command.js');
await runCommand(read);
