// Writes what was measured into both READMEs: the figures of weights.json, by `npm run train` on questions kept apart, and
// those of docs/bench.json, by `npm run bench -- --chart docs/bench.svg`; of the latter nothing where nothing was measured.
// `node lab/figures/figures.mjs --check` only tells whether they stand there already.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const { about } = JSON.parse(
  readFileSync(join(root, 'src', 'answering', 'features', 'weights.json'), 'utf8'),
);

/** Names of the sets for readers; others go by the name that they have in weights.json. */
const SETS = {
  cmrc_trial: { en: 'CMRC 2018, trial (Simplified)', zh: 'CMRC 2018 试用集（简体）' },
  everyday: { en: 'everyday questions of our own', zh: '自拟的日常问题' },
  drcd_dev: { en: 'DRCD, development (Traditional)', zh: 'DRCD 开发集（繁体）' },
};

const DOCUMENTS = {
  'README.md': {
    language: 'en',
    of: (share, questions) => `${share} of ${questions}`,
    head: 'questions of|passages|right passage first|answer in the first excerpt|own questions answered|foreign questions refused|near misses refused',
  },
  'README.zh-CN.md': {
    language: 'zh',
    of: (share, questions) => `${share}（${questions} 题）`,
    head: '问题集|段落数|首条段落正确|首条剪报含答案|本集问题作答|别处的问题拒答|似有实无的问题拒答',
  },
};

const BENCH = join(root, 'docs', 'bench.json');
const BENCH_WORDS = {
  en: {
    picture:
      'Median answer, building and peak memory from 1,000 to 100,000 passages, beside MiniSearch and SQLite',
    head: 'passages|building|restart|median answer|… SQLite FTS5|99 of 100 within|peak memory|right passage first',
    machine: ({ cpu, cores, node }) =>
      `One process on ${cores} cores of ${cpu}, Node.js ${node}. In parentheses: how many times as much plain MiniSearch takes.`,
  },
  zh: {
    picture: '1,000 到 100,000 段时一次回答的中位数、建索引的时间和内存峰值，与 MiniSearch 和 SQLite 相比',
    head: '段落数|建索引|重启|回答（中位数）|SQLite FTS5|99 % 不超过|内存峰值|首条段落正确',
    machine: ({ cpu, cores, node }) =>
      `单进程，${cpu}（${cores} 核），Node.js ${node}。括号里是原样的 MiniSearch 的倍数。`,
  },
};

const blockOf = (name) => new RegExp(`(<!-- ${name}: .*? -->\\n)[\\s\\S]*?(<!-- end of ${name} -->)`);

function table({ language, of, head }) {
  const columns = head.split('|');
  const rows = about.heldOut
    .filter(({ shape }) => shape === 'lines')
    .map((figures) => [
      SETS[figures.set]?.[language] ?? figures.set,
      figures.passages.toLocaleString('en'),
      ...['hit@1', 'answer@120', 'answered', 'refused', 'nearMissesRefused'].map((name) => {
        // A set without near misses has no such figure.
        if (!figures[name]) return '–';
        const { share, questions } = figures[name];
        return of(`${(share * 100).toFixed(1)} %`, questions.toLocaleString('en'));
      }),
    ]);
  return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

const SYSTEMS = ['jianbao', 'minisearch-nodejieba', 'sqlite-fts5-nodejieba'];

/** The picture and, size by size, Jianbao's figures with those of the others as multiples. */
function bench({ language }) {
  if (!existsSync(BENCH)) return '';
  const { machine, results } = JSON.parse(readFileSync(BENCH, 'utf8'));
  const words = BENCH_WORDS[language];
  const columns = words.head.split('|');
  const rows = results.map(({ passages, systems }) => {
    const [own, plain, sqlite] = SYSTEMS.map((system) => systems.find(({ name }) => name === system));
    const times = (name, other) => (other ? ` (${short(other[name] / own[name])} ×)` : '');
    return [
      passages.toLocaleString('en'),
      `${short(own.buildMs / 1000)} s${times('buildMs', plain)}`,
      `${short(own.restartMs / 1000)} s`,
      `${short(own.p50Ms)} ms${times('p50Ms', plain)}`,
      sqlite ? `${short(sqlite.p50Ms / own.p50Ms)} ×` : '–',
      `${short(own.p99Ms)} ms${times('p99Ms', plain)}`,
      `${short(own.peakRssMb)} MB${times('peakRssMb', plain)}`,
      [own, plain]
        .map((system) => `${(system['hit@1'] * 100).toFixed(1)} %`)
        .join(language === 'en' ? '; MiniSearch ' : '；MiniSearch '),
    ];
  });
  const lines = [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`);
  return `![${words.picture}](docs/bench.svg)\n\n${lines.join('')}\n${words.machine(machine)}\n`;
}

function short(value) {
  return value.toLocaleString('en', { maximumSignificantDigits: value < 100 ? 2 : 3 });
}

let stale = false;
for (const [name, wording] of Object.entries(DOCUMENTS)) {
  const path = join(root, name);
  const text = readFileSync(path, 'utf8');
  const fresh = Object.entries({ figures: table, bench }).reduce(
    (document, [block, content]) =>
      document.replace(blockOf(block), (_, begin, end) => `${begin}\n${content(wording)}\n${end}`),
    text,
  );
  if (fresh === text) continue;
  stale = true;
  if (process.argv.includes('--check'))
    process.stderr.write(`${name} shows other figures than were measured.\n`);
  else writeFileSync(path, fresh);
}
if (stale && process.argv.includes('--check')) {
  process.stderr.write('Run `node lab/figures/figures.mjs` to write them anew.\n');
  process.exit(1);
}
