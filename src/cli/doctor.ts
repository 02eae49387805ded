import { requireNode } from '../app/node-version.js';

// What follows does not even load on an older one.
requireNode();
const { runCommand } = await import('./command-process.js');
const { doctor } = await import('./doctor-command.js');
// What was given up in time may still be under way; nobody waits for it.
await runCommand(async (...call) => process.exit(await doctor(...call)));
