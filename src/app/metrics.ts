import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Measures } from '../telegram/serve.js';
import type { Routes } from './http.js';

/** What is looked up when somebody asks for the metrics. */
export interface Sizes {
  readonly articles: number;
  readonly passages: number;
  readonly files: number;
  /** Files of which nothing is served. */
  readonly leftOut: number;
  /** Questions that have not begun yet. */
  readonly waiting: number;
  /** Changes with the collection. */
  readonly version: string;
}

/** Upper bounds of the buckets of times, in seconds: an answer takes milliseconds, a call to Telegram seconds at worst. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** The first part of all names. */
const PREFIX = 'jianbao_';

/** Counts and times of a bot, in the form that Prometheus fetches. */
export class Metrics implements Measures {
  readonly #registry = new Registry();
  readonly #updates = this.#counter('updates_total', 'Updates that came, by kind', ['kind']);
  readonly #underWay = this.#gauge('updates_under_way', 'Updates that have come and are not yet handled');
  readonly #response = this.#times('response_seconds', 'From the coming of an update to its first call', []);
  readonly #answers = this.#counter('answers_total', 'Answers, by surface and outcome', [
    'surface',
    'outcome',
  ]);
  readonly #answering = this.#times('answer_seconds', 'Finding, reading and deciding', ['surface']);
  readonly #reading = this.#times('reading_seconds', 'Reading the windows of a question', []);
  readonly #readings = this.#counter('readings_total', 'Questions that were read, by outcome', ['outcome']);
  readonly #calls = this.#counter('calls_total', 'Calls of the Bot API, by method and outcome', [
    'method',
    'outcome',
  ]);
  readonly #calling = this.#times('call_seconds', 'Calls of the Bot API, polls aside', ['method']);
  readonly #polls = this.#counter('polls_failed_total', 'Polls for updates that failed, by code', ['code']);
  readonly #heldBack = this.#counter('clippings_held_back_total', 'Clippings that were not verbatim', []);
  readonly #limited = this.#counter('questions_limited_total', 'Questions beyond the limits a minute', []);
  readonly #articles = this.#gauge('index_articles', 'Articles that are served');
  readonly #passages = this.#gauge('index_passages', 'Passages in the index');
  readonly #files = this.#gauge('index_files', 'Files that articles came from');
  readonly #changed = this.#gauge('index_changed_timestamp_seconds', 'When the index last changed');
  readonly #leftOut = this.#gauge('files_left_out', 'Files of which nothing is served');
  readonly #waiting = this.#gauge('questions_waiting', 'Questions that wait for their turn');
  #version: string | undefined;

  /** @param sizes what there is now; `undefined` while the collection is not open */
  constructor(private readonly sizes: () => Sizes | undefined) {
    collectDefaultMetrics({ register: this.#registry });
    for (const metric of [this.#heldBack, this.#limited]) metric.inc(0);
  }

  came(kind: string): void {
    this.#updates.inc({ kind });
    this.#underWay.inc();
  }

  handled(): void {
    this.#underWay.dec();
  }

  responded(seconds: number): void {
    this.#response.observe(seconds);
  }

  called({ method, outcome, seconds }: Parameters<Measures['called']>[0]): void {
    this.#calls.inc({ method, outcome });
    // A poll waits for updates: its time tells nothing.
    if (method !== 'getUpdates') this.#calling.observe({ method }, seconds);
    else if (outcome !== 'ok') this.#polls.inc({ code: outcome });
  }

  answered(surface: string, outcome: string, seconds: number): void {
    this.#answers.inc({ surface, outcome });
    this.#answering.observe({ surface }, seconds);
  }

  /** A question's windows were read, or could not be. */
  read(outcome: 'read' | 'busy' | 'failed', seconds: number): void {
    this.#readings.inc({ outcome });
    this.#reading.observe(seconds);
  }

  heldBack(): void {
    this.#heldBack.inc();
  }

  limited(): void {
    this.#limited.inc();
  }

  /** The names of all metrics. */
  get names(): readonly string[] {
    return this.#registry.getMetricsAsArray().map(({ name }) => name);
  }

  /** All of it in Prometheus' text format, as it is now. */
  async text(): Promise<string> {
    this.#lookUp();
    return this.#registry.metrics();
  }

  /** Answers `GET /metrics`. */
  get routes(): Routes {
    return {
      'GET /metrics': (_, response) => {
        this.text().then(
          (text) => response.writeHead(200, { 'content-type': this.#registry.contentType }).end(text),
          () => response.writeHead(500).end(),
        );
      },
    };
  }

  #lookUp(): void {
    const sizes = this.sizes();
    if (!sizes) return;
    this.#articles.set(sizes.articles);
    this.#passages.set(sizes.passages);
    this.#files.set(sizes.files);
    this.#leftOut.set(sizes.leftOut);
    this.#waiting.set(sizes.waiting);
    if (sizes.version === this.#version) return;
    this.#version = sizes.version;
    this.#changed.setToCurrentTime();
  }

  #counter<T extends string>(name: string, help: string, labelNames: readonly T[]): Counter<T> {
    return new Counter({
      name: PREFIX + name,
      help,
      labelNames: [...labelNames],
      registers: [this.#registry],
    });
  }

  #gauge(name: string, help: string): Gauge {
    return new Gauge({ name: PREFIX + name, help, registers: [this.#registry] });
  }

  #times<T extends string>(name: string, help: string, labelNames: readonly T[]): Histogram<T> {
    const [registers, buckets] = [[this.#registry], SECONDS];
    return new Histogram({ name: PREFIX + name, help, labelNames: [...labelNames], registers, buckets });
  }
}
