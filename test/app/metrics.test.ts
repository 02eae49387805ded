import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Metrics, type Sizes } from '../../src/app/metrics.js';

const SIZES: Sizes = { articles: 3, passages: 7, files: 2, leftOut: 1, waiting: 4, version: 'a' };
const DASHBOARD = fileURLToPath(new URL('../../docs/grafana.json', import.meta.url));

describe('metrics', () => {
  it.each<[told: string, tell: (metrics: Metrics) => void, lines: readonly string[]]>([
    [
      'updates by kind, and how many are under way',
      (metrics) => {
        metrics.came('message');
        metrics.came('inline_query');
        metrics.handled();
      },
      [
        'jianbao_updates_total{kind="message"} 1',
        'jianbao_updates_total{kind="inline_query"} 1',
        'jianbao_updates_under_way 1',
      ],
    ],
    [
      'answers by surface and outcome',
      (metrics) => metrics.answered('inline', 'possible', 0.03),
      [
        'jianbao_answers_total{surface="inline",outcome="possible"} 1',
        'jianbao_answer_seconds_bucket{le="0.025",surface="inline"} 0',
        'jianbao_answer_seconds_bucket{le="0.05",surface="inline"} 1',
      ],
    ],
    [
      'calls by method and outcome',
      (metrics) => metrics.called({ method: 'sendMessage', outcome: '429', seconds: 0.2 }),
      [
        'jianbao_calls_total{method="sendMessage",outcome="429"} 1',
        'jianbao_call_seconds_count{method="sendMessage"} 1',
      ],
    ],
    [
      'polls that failed, by code',
      (metrics) => {
        metrics.called({ method: 'getUpdates', outcome: 'ok', seconds: 30 });
        metrics.called({ method: 'getUpdates', outcome: '502', seconds: 1 });
      },
      ['jianbao_polls_failed_total{code="502"} 1', 'jianbao_calls_total{method="getUpdates",outcome="ok"} 1'],
    ],
    [
      'readings with their time',
      (metrics) => metrics.read('busy', 0.2),
      ['jianbao_readings_total{outcome="busy"} 1', 'jianbao_reading_seconds_count 1'],
    ],
    [
      'what was held back or limited',
      (metrics) => {
        metrics.heldBack();
        metrics.limited();
      },
      ['jianbao_clippings_held_back_total 1', 'jianbao_questions_limited_total 1'],
    ],
    [
      'the size of the index, and what waits',
      () => {},
      [
        'jianbao_index_articles 3',
        'jianbao_index_passages 7',
        'jianbao_index_files 2',
        'jianbao_files_left_out 1',
        'jianbao_questions_waiting 4',
        'jianbao_clippings_held_back_total 0',
      ],
    ],
  ])('tell %s', async (_, tell, lines) => {
    const metrics = new Metrics(() => SIZES);
    tell(metrics);
    expect((await metrics.text()).split('\n')).toEqual(expect.arrayContaining([...lines]));
  });

  it('tell when the index changed last, and of memory', async () => {
    let sizes = SIZES;
    const metrics = new Metrics(() => sizes);
    const changed = async (): Promise<number> =>
      Number(/^jianbao_index_changed_timestamp_seconds (\S+)$/m.exec(await metrics.text())?.[1]);
    const first = await changed();
    expect(first).toBeGreaterThan(1_600_000_000);
    expect(await changed()).toBe(first);
    sizes = { ...SIZES, version: 'b' };
    expect(await changed()).toBeGreaterThan(first);
    expect(await metrics.text()).toMatch(/^process_resident_memory_bytes \d/m);
  });

  it('can be asked for before the collection is open', async () => {
    expect(await new Metrics(() => undefined).text()).toContain('jianbao_index_articles 0');
  });
});

interface Dashboard {
  readonly panels: readonly {
    readonly id: number;
    readonly title: string;
    readonly gridPos: Readonly<Record<'x' | 'y' | 'w' | 'h', number>>;
    readonly targets: readonly { readonly expr: string }[];
  }[];
}

/** Functions of Prometheus and its words, which are no metrics. */
const WORDS = new Set(['sum', 'max', 'min', 'by', 'rate', 'time', 'histogram_quantile']);

describe('the dashboard', () => {
  const { panels } = JSON.parse(readFileSync(DASHBOARD, 'utf8')) as Dashboard;
  const queries = panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const));
  const known = new Metrics(() => SIZES).names;

  it.each(queries)('asks for what there is: %s, %s', (_, query) => {
    const bare = query.replace(/"[^"]*"/g, '').replace(/\{[^{}]*\}|\[[^[\]]*\]|by \([^()]*\)/g, '');
    const names = [...bare.matchAll(/[a-z_][a-z0-9_]*/g)]
      .map(([name]) => name)
      .filter((name) => !WORDS.has(name));
    expect(names).toHaveLength(1);
    expect(known).toContain((names[0] as string).replace(/_bucket$/, ''));
  });

  it.each(queries)('has brackets in pairs and a rate for each count: %s, %s', (_, query) => {
    const depths = { '(': 0, '[': 0, '{': 0 };
    const closes: Record<string, keyof typeof depths> = { ')': '(', ']': '[', '}': '{' };
    for (const sign of query) {
      if (sign in depths) depths[sign as '('] += 1;
      const opened = closes[sign];
      if (opened === undefined) continue;
      depths[opened] -= 1;
      expect(depths[opened]).toBeGreaterThanOrEqual(0);
    }
    expect(depths).toEqual({ '(': 0, '[': 0, '{': 0 });
    if (/_bucket/.test(query)) expect(query).toMatch(/^histogram_quantile\(0\.\d+, sum by \(le[,)]/);
    if (/_bucket/.test(query)) expect(query).toContain('[$__rate_interval]');
  });

  it('shows each metric of the bot’s own', () => {
    const all = queries.map(([, query]) => query).join('\n');
    for (const name of known.filter((one) => one.startsWith('jianbao_'))) expect(all).toContain(name);
  });

  it('has no two panels in one place, and none over the edge', () => {
    const cells = new Set<string>();
    for (const { id, gridPos } of panels) {
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++)
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
          expect(cells.has(`${x}:${y}`), `panel ${id}`).toBe(false);
          cells.add(`${x}:${y}`);
        }
    }
  });
});
