import { setTimeout as pause } from 'node:timers/promises';
import type { User } from '@grammyjs/types';
import type { Cluster } from '../../../src/retrieval/opensearch/cluster.js';
import { readingNames } from '../../../src/retrieval/opensearch/fence.js';
import { OpenSearchIndex } from '../../../src/retrieval/opensearch/opensearch-index.js';
import type { Ferry } from './ferries.js';
import { Ledger } from './ledger.js';
import type { Stage } from './stage.js';

/** Each asks again when the question before is answered, as people do: a machine that cannot carry the rate has fewer. */
const PEOPLE = 30;
const FILES_A_SECOND = 1;
const LOOKS_A_SECOND = 1;
/** What the index shows may be asked after so long, in milliseconds: by then every bot has seen it. */
const SHOWN_MS = 6_000;

/** Questions and new files, one after the other, until somebody ends it. */
export interface Load {
  readonly ledger: Ledger;
  /** How many articles are asked about, and how many have come that the index does not show yet. */
  readonly articles: number;
  readonly awaited: number;
  /** Milliseconds from a file to its being found, of all that were added. */
  readonly seenAfter: readonly number[];
  /** Asks no more; resolves when all that was begun is done. */
  end(): Promise<void>;
}

/** @param questions a second, by all people together */
export async function startLoad(stage: Stage, cluster: Cluster, questions: number): Promise<Load> {
  const ledger = new Ledger();
  stage.playground.subscribe((event) => {
    if (event.type === 'call') ledger.called(event.call);
  });
  const reader = await OpenSearchIndex.open(cluster, readingNames(cluster.setting.name), { lookMs: 0 });
  /** What is there for sure, and since when others are awaited. */
  const there = [...stage.ferries];
  const awaited = new Map<Ferry, number>();
  const seenAfter: number[] = [];
  const people = Array.from({ length: PEOPLE }, (_, i) =>
    stage.playground.addUser({ first_name: `读者${i}` }),
  );
  let asked = 0;
  const ask = (): void => {
    const person = people.find(({ id }) => !ledger.isWaiting(id));
    if (!person) return;
    rotate(people, person);
    const ferry = there[asked++ % there.length] as Ferry;
    ledger.asked(stage.playground.say(person, person, ferry.question), ferry);
  };
  const add = async (): Promise<void> => {
    awaited.set(await stage.add(), Date.now());
  };
  const look = async (): Promise<void> => {
    const waiting = [...awaited.keys()];
    const terms = waiting.map(({ name }) => ({ term: name, weight: 1 }));
    if (terms.length === 0) return;
    const { documentFrequency } = await reader.search(terms, 0);
    for (const ferry of waiting.filter(({ name }) => (documentFrequency.get(name) ?? 0) > 0)) {
      seenAfter.push(Date.now() - (awaited.get(ferry) as number));
      awaited.delete(ferry);
      setTimeout(() => there.push(ferry), SHOWN_MS);
    }
  };
  const loops = [every(questions, ask), every(FILES_A_SECOND, add), every(LOOKS_A_SECOND, look)];
  return {
    ledger,
    get articles() {
      return there.length;
    },
    get awaited() {
      return awaited.size;
    },
    seenAfter,
    async end() {
      await Promise.all(loops.map((loop) => loop.end()));
      await reader.close();
    },
  };
}

/** Puts whoever has just asked behind all others. */
function rotate(people: User[], person: User): void {
  people.splice(people.indexOf(person), 1);
  people.push(person);
}

/** Does something so many times a second; what fails is done again the next time. */
function every(perSecond: number, act: () => Promise<void> | void): { end(): Promise<void> } {
  let ending = false;
  const loop = async (): Promise<void> => {
    let next = performance.now();
    while (!ending) {
      await Promise.resolve()
        .then(act)
        .catch(() => {});
      // What could not be done in its time is left out.
      next = Math.max(next + 1_000 / perSecond, performance.now());
      await pause(next - performance.now());
    }
  };
  const done = loop();
  return {
    end() {
      ending = true;
      return done;
    },
  };
}
