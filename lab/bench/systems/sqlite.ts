import { join } from 'node:path';
import nodejieba from 'nodejieba';
import type { System } from '../system.js';
import { readPassages } from './lines.js';
import { openDatabase } from './sqlite-package.js';

/** SQLite's full-text index over the same terms, which it gets divided by blanks. */
export const sqlite: System = {
  name: 'sqlite-fts5-nodejieba',
  restarts: false,
  async open({ corpus, folder }) {
    const database = openDatabase(join(folder, 'passages.sqlite'));
    // What is built can be built again, so that nothing need be safe on disk.
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
    database.exec('CREATE VIRTUAL TABLE passages USING fts5(id UNINDEXED, title, text)');
    const insert = database.prepare('INSERT INTO passages VALUES (?, ?, ?)');
    database.exec('BEGIN');
    for await (const { id, title, text } of readPassages(corpus)) insert.run(id, terms(title), terms(text));
    database.exec('COMMIT');
    const best = database.prepare('SELECT id FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT 10');
    const find = (question: string): string[] => best.all(query(question)).map(({ id }) => id);
    return { ask: find, find, close: async () => database.close() };
  },
};

function terms(text: string): string {
  return nodejieba.cutForSearch(text, true).join(' ');
}

/** Any of the question's terms. */
function query(question: string): string {
  const quoted = nodejieba
    .cutForSearch(question, true)
    .filter((term) => /[\p{L}\p{N}]/u.test(term))
    .map((term) => `"${term.replaceAll('"', '')}"`);
  return [...new Set(quoted)].join(' OR ');
}
