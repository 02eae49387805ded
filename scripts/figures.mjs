// Writes the figures of weights.json, which `npm run train` measured on questions kept apart, into both READMEs.
// `node scripts/figures.mjs --check` only tells whether they stand there already.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { about } = JSON.parse(readFileSync(join(root, 'src', 'answering', 'weights.json'), 'utf8'));

/** Names of the sets for readers; others go by the name that they have in weights.json. */
const SETS = {
  cmrc_trial: { en: 'CMRC 2018, trial (Simplified)', zh: 'CMRC 2018 试用集（简体）' },
  drcd_dev: { en: 'DRCD, development (Traditional)', zh: 'DRCD 开发集（繁体）' },
};

const DOCUMENTS = {
  'README.md': {
    language: 'en',
    of: (share, questions) => `${share} of ${questions}`,
    head: 'questions of|passages|right passage first|answer in the first excerpt|own questions answered|foreign questions refused',
  },
  'README.zh-CN.md': {
    language: 'zh',
    of: (share, questions) => `${share}（${questions} 题）`,
    head: '问题集|段落数|首条段落正确|首条剪报含答案|本集问题作答|别处的问题拒答',
  },
};

const BLOCK = /(<!-- figures: .*? -->\n)[\s\S]*?(<!-- end of figures -->)/;

function table({ language, of, head }) {
  const columns = head.split('|');
  const rows = about.heldOut
    .filter(({ shape }) => shape === 'lines')
    .map((figures) => [
      SETS[figures.set]?.[language] ?? figures.set,
      figures.passages.toLocaleString('en'),
      ...['hit@1', 'answer@120', 'answered', 'refused'].map((name) => {
        const { share, questions } = figures[name];
        return of(`${(share * 100).toFixed(1)} %`, questions.toLocaleString('en'));
      }),
    ]);
  return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

let stale = false;
for (const [name, wording] of Object.entries(DOCUMENTS)) {
  const path = join(root, name);
  const text = readFileSync(path, 'utf8');
  const fresh = text.replace(BLOCK, (_, begin, end) => `${begin}\n${table(wording)}\n${end}`);
  if (fresh === text) continue;
  stale = true;
  if (process.argv.includes('--check'))
    process.stderr.write(`${name} shows other figures than weights.json.\n`);
  else writeFileSync(path, fresh);
}
if (stale && process.argv.includes('--check')) {
  process.stderr.write('Run `node scripts/figures.mjs` to write them anew.\n');
  process.exit(1);
}
