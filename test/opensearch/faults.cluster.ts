import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followCollection } from '../../src/collection/follow.js';
import { readingNames } from '../../src/retrieval/opensearch/fence.js';
import { OpenSearchIndex } from '../../src/retrieval/opensearch/opensearch-index.js';
import { build } from '../telegram/support/bot-process.js';
import type { Ferry } from './support/ferries.js';
import { Ledger } from './support/ledger.js';
import { doTo, elected, follower, whole } from './support/nodes.js';
import { openStage, type Stage } from './support/stage.js';
import { testCluster, URLS } from './test-cluster.js';

/** How long each fault is looked at, in seconds. */
const SECONDS = Number(process.env.FAULT_SECONDS ?? 60);
const QUESTIONS_A_SECOND = Number(process.env.FAULT_QUESTIONS ?? 6);
/** Each asks rarely, as people do; an update of one waits for the one before. */
const PEOPLE = 60;
/** What a bot has told of its article may be asked after so long: by then every copy of the index shows it. */
const SHOWN_MS = 6_000;
/** How long after the last fault the last answer may come. */
const LATEST_MS = 60_000;

const cluster = testCluster();
const { name } = cluster.setting;
let stage: Stage;
const ledger = new Ledger();
/** What is there for sure, and what was added and is not seen yet. */
const there: Ferry[] = [];
const awaited = new Map<Ferry, number>();
const seenAfter: number[] = [];
let ending = false;
const loops: Promise<void>[] = [];

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

/** Does something so many times a second until the end; what fails is done again. */
function every(perSecond: number, act: () => Promise<void> | void): void {
  const loop = async (): Promise<void> => {
    while (!ending) {
      const until = performance.now() + 1_000 / perSecond;
      await Promise.resolve()
        .then(act)
        .catch(() => {});
      await pause(Math.max(0, until - performance.now()));
    }
  };
  loops.push(loop());
}

describe.skipIf(URLS.length < 3)(
  'two bots behind a balancer, asked while one thing after the other breaks',
  () => {
    beforeAll(async () => {
      build();
      stage = await openStage(name, URLS);
      there.push(...stage.ferries);
      stage.playground.subscribe((event) => {
        if (event.type === 'call') ledger.called(event.call);
      });
      const people = Array.from({ length: PEOPLE }, (_, i) =>
        stage.playground.addUser({ first_name: `读者${i}` }),
      );
      let asked = 0;
      every(QUESTIONS_A_SECOND, () => {
        const person = people[asked % people.length] as (typeof people)[number];
        const ferry = there[(asked++ * 37) % there.length] as Ferry;
        ledger.asked(stage.playground.say(person, person, ferry.question), ferry);
      });
      every(1, async () => {
        awaited.set(await stage.add(), Date.now());
      });
      const reader = await OpenSearchIndex.open(cluster, readingNames(name), { lookMs: 0 });
      every(2, async () => {
        for (const [ferry, since] of awaited) {
          const { candidates } = await reader.search([{ term: ferry.name, weight: 1 }], 1);
          if (candidates.length === 0) return;
          awaited.delete(ferry);
          seenAfter.push(Date.now() - since);
          setTimeout(() => there.push(ferry), SHOWN_MS);
        }
      });
    }, 600_000);

    afterAll(async () => {
      ending = true;
      await Promise.all(loops);
      await stage?.close();
      await whole();
      await cluster.ask({ method: 'DELETE', path: `${name}.*`, ms: 30_000, accept: [404] });
    }, 180_000);

    const phase = (what: string, act: () => Promise<void>): void => {
      it(what, { timeout: SECONDS * 1_000 + 240_000 }, async () => {
        const before = ledger.balance;
        const until = performance.now() + SECONDS * 1_000;
        await act();
        await pause(Math.max(0, until - performance.now()));
        await whole();
        const { asked, right, later, wrong, lost, p50, p99 } = ledger.balance;
        tell(
          `${what}: ${asked - before.asked} asked, ${later - before.later} told to come later, ` +
            `${wrong.length - before.wrong.length} wrong; so far ${right} of ${asked} right, ${lost.length} waiting, ` +
            `p50 ${p50} ms, p99 ${p99} ms; ${there.length} articles asked about, ${awaited.size} awaited`,
        );
        for (const one of wrong.slice(before.wrong.length, before.wrong.length + 5)) tell(`  wrong: ${one}`);
        expect(wrong.length).toBe(before.wrong.length);
      });
    };

    phase('nothing breaks', async () => {});

    phase('a node is killed and started again', async () => {
      const node = await follower();
      await doTo(node, 'kill');
      await pause(10_000);
      await doTo(node, 'start');
    });

    phase('the elected manager is killed', async () => {
      const node = await elected();
      await doTo(node, 'kill');
      await pause(SECONDS * 500);
      await doTo(node, 'start');
    });

    phase('a node hangs for 20 seconds', async () => {
      const node = await follower();
      await doTo(node, 'hang');
      await pause(20_000);
      await doTo(node, 'wake');
    });

    phase('the bot that writes is killed, and another goes on within 30 seconds', async () => {
      const killed = stage.writer() as number;
      underWay = ledger.underWay(Date.now());
      await stage.kill(killed);
      const began = performance.now();
      const other = 1 - killed;
      while (stage.writer() !== other && performance.now() - began < 60_000) await pause(100);
      const seconds = (performance.now() - began) / 1_000;
      tell(`another writes after ${seconds.toFixed(1)} s; ${underWay} questions were under way`);
      expect(seconds).toBeLessThan(30);
      await stage.start(killed);
    });
    let underWay = 0;

    it('all are answered, once each, and all that came is there', { timeout: 300_000 }, async () => {
      ending = true;
      await Promise.all(loops);
      const until = performance.now() + LATEST_MS;
      while (ledger.waiting > 0 && performance.now() < until) await pause(500);
      // An answer that comes a second time would come about now.
      await pause(3_000);
      const { wrong, lost, twice, ...counts } = ledger.balance;
      seenAfter.sort((one, other) => one - other);
      const share = (part: number): number => seenAfter[Math.floor((seenAfter.length - 1) * part)] ?? 0;
      tell(
        `${JSON.stringify(counts)}; ${twice.length} answered twice; ${seenAfter.length} articles added, ` +
          `seen after ${share(0.5)} ms (p50), ${share(0.99)} ms (p99)`,
      );
      for (const one of [...lost, ...twice].slice(0, 10)) tell(`  ${one}`);
      expect({ wrong, lost }).toEqual({ wrong: [], lost: [] });
      expect(twice.length).toBeLessThanOrEqual(underWay);
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
  },
);
