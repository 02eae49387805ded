import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followCollection } from '../../src/collection/follow.js';
import { readingNames } from '../../src/retrieval/opensearch/fence.js';
import { OpenSearchIndex } from '../../src/retrieval/opensearch/opensearch-index.js';
import { unavailableZh } from '../../src/telegram/wording/unavailable.js';
import { build } from '../telegram/support/bot-process.js';
import { type Load, startLoad } from './support/load.js';
import { doTo, elected, follower, nodes, whole } from './support/nodes.js';
import { openStage, type Stage } from './support/stage.js';
import { testCluster, URLS } from './test-cluster.js';

/** How long each fault is looked at, in seconds: four of them are three minutes. */
const SECONDS = Number(process.env.FAULT_SECONDS ?? 45);
const QUESTIONS_A_SECOND = Number(process.env.FAULT_QUESTIONS ?? 10);
/** Beyond that a phase has failed, in milliseconds: a node that starts on a busy machine takes a minute. */
const PHASE_MS = SECONDS * 1_000 + 180_000;
/** How long after the last question the last answer may come, in milliseconds. */
const LATEST_MS = 60_000;
const HANGS_MS = 20_000;
const DOWN_MS = 10_000;
/** The longest that nobody may write, in seconds. */
const NOBODY_WRITES = 30;

const cluster = testCluster();
const { name } = cluster.setting;
let stage: Stage;
let load: Load;
/** Questions that were being answered when a bot was killed: each of them may be answered twice. */
let underWay = 0;

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

describe.skipIf(URLS.length < 3)('two bots behind a balancer, while one thing after the other breaks', () => {
  beforeAll(async () => {
    build();
    stage = await openStage(name, URLS);
    load = await startLoad(stage, cluster, QUESTIONS_A_SECOND);
  }, 600_000);

  afterAll(async () => {
    await load?.end();
    await stage?.close();
    await whole();
    await cluster.ask({ method: 'DELETE', path: `${name}.*`, ms: 30_000, accept: [404] });
  }, 180_000);

  /** Asks on for its time and until the cluster is whole, and has every answer be right, or a word to come later. */
  const phase = (what: string, act: () => Promise<void>): void => {
    it(what, { timeout: PHASE_MS }, async () => {
      const before = load.ledger.balance;
      const began = performance.now();
      await act();
      await pause(Math.max(0, began + SECONDS * 1_000 - performance.now()));
      await whole();
      const seconds = (performance.now() - began) / 1_000;
      const { asked, right, later, wrong, p50, p99 } = load.ledger.since(before.asked);
      tell(
        `${what}: ${asked} asked in ${seconds.toFixed(0)} s (${(asked / seconds).toFixed(1)} a second), ${right} right, ` +
          `${later} told to come later, ${wrong.length} wrong, ${load.ledger.waiting} not answered yet; p50 ${p50} ms, ` +
          `p99 ${p99} ms; ${load.articles} articles asked about, ${load.awaited} awaited`,
      );
      for (const one of wrong.slice(0, 5)) tell(`  wrong: ${one}`);
      expect(wrong).toEqual([]);
    });
  };

  phase('nothing breaks', async () => {});

  phase('a node is killed and started again', async () => {
    const node = await follower();
    await doTo(node, 'kill');
    await pause(DOWN_MS);
    await doTo(node, 'start');
  });

  phase('the elected manager is killed and started again', async () => {
    const node = await elected();
    await doTo(node, 'kill');
    await pause(DOWN_MS);
    await doTo(node, 'start');
  });

  phase('a node hangs for 20 seconds', async () => {
    const node = await follower();
    await doTo(node, 'hang');
    await pause(HANGS_MS);
    await doTo(node, 'wake');
  });

  phase('the bot that writes is killed, and the other goes on writing', async () => {
    const killed = stage.writer() as number;
    const other = 1 - killed;
    underWay = load.ledger.underWay(Date.now());
    await stage.kill(killed);
    const began = performance.now();
    const seconds = (): number => (performance.now() - began) / 1_000;
    while (stage.writer() !== other && seconds() < NOBODY_WRITES) await pause(100);
    tell(`the other writes after ${seconds().toFixed(1)} s; ${underWay} questions were under way`);
    expect(seconds()).toBeLessThan(NOBODY_WRITES);
    await stage.start(killed);
  });

  it('all are answered, once each, and all that came is there', { timeout: 300_000 }, async () => {
    await load.end();
    const until = performance.now() + LATEST_MS;
    while (load.ledger.waiting > 0 && performance.now() < until) await pause(500);
    // An answer that comes a second time would come about now.
    await pause(3_000);
    const { wrong, lost, twice, ...counts } = load.ledger.balance;
    const seenAfter = load.seenAfter.toSorted((one, other) => one - other);
    const share = (part: number): number => seenAfter[Math.floor((seenAfter.length - 1) * part)] ?? 0;
    tell(
      `${JSON.stringify(counts)}; ${twice.length} answered twice; ${seenAfter.length} articles added, ` +
        `seen after ${share(0.5)} ms (p50), ${share(0.99)} ms (p99)`,
    );
    for (const one of [...lost, ...twice].slice(0, 10)) tell(`  ${one}`);
    expect({ wrong, lost }).toEqual({ wrong: [], lost: [] });
    expect(twice.length).toBeLessThanOrEqual(underWay);
    expect(counts.right + counts.later).toBe(counts.asked);
    // Those who were told to come later are few, or nothing is shown by the others.
    expect(counts.later).toBeLessThan(counts.asked / 10);

    const files = await followCollection(stage.folder);
    const wanted = files.index.state;
    await files.close();
    expect(wanted.size).toBe(stage.ferries.length);
    const reader = await OpenSearchIndex.open(cluster, readingNames(name), { lookMs: 0 });
    while ((await reader.refresh()).version !== wanted.version) await pause(1_000);
    expect(reader.state).toEqual(wanted);
    await reader.close();
  });

  it('says so while the whole cluster is away, and answers when it is back', {
    timeout: 240_000,
  }, async () => {
    const reader = stage.playground.addUser({ first_name: '读者' });
    const asked = async (): Promise<string> => {
      const { question } = stage.ferries[0] as (typeof stage.ferries)[number];
      stage.playground.say(reader, reader, question);
      const { text } = await stage.playground.nextMessage(reader, { timeoutMs: 30_000 });
      return String(text);
    };
    const until = async (ready: boolean): Promise<void> => {
      while ((await stage.ready()).some((one) => one !== ready)) await pause(500);
    };
    await until(true);
    for (const node of nodes()) await doTo(node, 'kill');
    expect(await asked()).toBe(unavailableZh.text);
    await until(false);
    for (const node of nodes()) await doTo(node, 'start');
    await whole();
    await until(true);
    expect(await asked()).toContain(stage.ferries[0]?.name);
  });
});
