/**
 * `/api/metrics`, in the format of Prometheus. What is counted per request is counted as an integer where
 * it happens and is read only when the metrics are requested: it costs a reader's request nothing.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { alarmCounts, leftOutArticles } from '../alarms.ts';
import type { Answer, Question } from '../answer.ts';
import { FROM_HERE } from './client-address.ts';
import type { Lanes } from '../lanes.ts';
import type { DatabaseStatistics } from '../db/statistics.ts';
import type { PageCache } from '../page-cache/page-cache.ts';
import { answerOfRefusal } from './refusal.ts';
import type { Traffic } from './traffic.ts';

/** What stands in front of the framework. */
export interface MeasuredFront {
  pageCache: Pick<PageCache, 'counts' | 'memory'>;
  traffic: Traffic;
  lanes: Lanes;
}

export interface MetricsOptions {
  /** Left out under plain `next start`, where nothing stands in front of the framework. */
  front?: MeasuredFront;
  outbox: { secondsBehind(): number; lastDelay(): number };
  /**
   * How many schedules are overdue, and how many published articles have a date in the future; null while
   * the database does not answer.
   */
  articles: () => Promise<{ overdue: number; ahead: number } | null>;
  /** The database's own statistics; null while it does not answer. */
  database: () => Promise<DatabaseStatistics | null>;
  /** The bearer token that a request must send; undefined where none is configured. */
  token: string | undefined;
  /**
   * Whether the site's own address is this machine, so that local requests without a token are answered.
   * Any other site is behind a proxy, which may not state that it forwards another client's request.
   */
  isLocalSite: boolean;
}

/** Milliseconds between measurements of the event loop's delay: each one runs code in an idle process. */
const LOOK_EVERY = 100;
/** Seconds; a render takes about ten milliseconds. */
const BUCKETS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

export class Metrics {
  readonly #registry = new Registry();
  readonly #renders: Histogram;

  constructor() {
    collectDefaultMetrics({ register: this.#registry, eventLoopMonitoringPrecision: LOOK_EVERY });
    this.#renders = new Histogram({
      name: 'caliber_render_seconds',
      help: 'Time that the framework took for a page, from the request to the last byte.',
      buckets: BUCKETS,
      registers: [this.#registry],
    });
  }

  /** Wraps a request listener so that its render time is measured. */
  timed(listener: RequestListener): RequestListener {
    return (request, response) => {
      const startedAt = performance.now();
      response.once('finish', () => this.#renders.observe((performance.now() - startedAt) / 1000));
      return listener(request, response);
    };
  }

  /** Creates the function that answers `/api/metrics`. */
  answerOf({ front, outbox, articles, database, token, isLocalSite }: MetricsOptions) {
    if (front) this.#watchFront(front);
    this.#watchDatabase(database);
    this.#watchArticles(articles);
    this.#watchOutbox(outbox);
    const mayRead = ({ headers }: Question) =>
      token ? bears(headers, token) : isLocalSite && headers[FROM_HERE] !== undefined;
    return (question: Question) => this.#answer(mayRead(question));
  }

  #watchFront({ pageCache, traffic, lanes }: MeasuredFront): void {
    this.#fetch('caliber_pages_hit_total', 'Answers from memory.', () => pageCache.counts.hits);
    this.#fetch('caliber_pages_printed_total', 'Pages made.', () => pageCache.counts.renders);
    this.#fetch(
      'caliber_prints_failed_total',
      'Renders that failed.',
      () => pageCache.counts.failures,
    );
    this.#fetch('caliber_pages_withdrawn_total', 'Pages marked by the outbox.', () => {
      return pageCache.counts.invalidations;
    });
    this.#fetch('caliber_pages_stale_total', 'Answers older than what was published.', () => {
      return pageCache.counts.stale;
    });
    this.#fetch('caliber_foreign_scripts_total', 'Scripts in pages that are not ours.', () => {
      return pageCache.counts.foreign;
    });
    this.#look('caliber_memory_bytes', 'Bytes of the pages kept.', () => pageCache.memory.bytes);
    this.#look('caliber_memory_pages', 'Pages kept.', () => pageCache.memory.count);
    new Counter({
      name: 'caliber_requests_total',
      help: 'Requests by what they were for and the status of the answer.',
      labelNames: ['kind', 'status'],
      registers: [this.#registry],
      collect() {
        this.reset();
        for (const { kind, status, count } of traffic.all()) this.inc({ kind, status }, count);
      },
    });
    new Counter({
      name: 'caliber_refused_total',
      help: 'Requests for which there was no room, by the lane that was full.',
      labelNames: ['lane'],
      registers: [this.#registry],
      collect() {
        this.reset();
        for (const [name, lane] of Object.entries(lanes)) this.inc({ lane: name }, lane.refused);
      },
    });
  }

  #watchOutbox(outbox: MetricsOptions['outbox']): void {
    this.#look('caliber_outbox_behind_seconds', 'Since the outbox was read to its end.', () => {
      return outbox.secondsBehind();
    });
    this.#look('caliber_outbox_delay_seconds', 'From the newest row to its reading here.', () => {
      return outbox.lastDelay();
    });
    this.#fetch('caliber_database_set_back_total', 'Times it was older than what was read.', () => {
      return alarmCounts().setBacks;
    });
    this.#look('caliber_left_out_articles', 'Articles missing in a list, feed or sitemap.', () => {
      return leftOutArticles().length;
    });
    new Counter({
      name: 'caliber_left_out_total',
      help: 'Articles that could not be made ready for a list, feed or sitemap, each time.',
      labelNames: ['place'],
      registers: [this.#registry],
      collect() {
        this.reset();
        for (const [place, count] of Object.entries(alarmCounts().leftOut))
          this.inc({ place }, count);
      },
    });
  }

  async #answer(mayRead: boolean): Promise<Answer> {
    if (!mayRead) {
      const sentence =
        'Metrics need METRICS_TOKEN; without a host name in SITE_URL, only this machine may read them.';
      return answerOfRefusal({ status: 403, sentence });
    }
    const body = await this.#registry.metrics();
    const headers = { 'content-type': this.#registry.contentType, 'cache-control': 'no-store' };
    return { status: 200, headers, body };
  }

  #watchArticles(read: MetricsOptions['articles']): void {
    new Gauge({
      name: 'caliber_articles_amiss',
      help: 'Schedules that are overdue; published articles whose moment lies ahead.',
      labelNames: ['kind'],
      registers: [this.#registry],
      async collect() {
        for (const [kind, count] of Object.entries((await read()) ?? {})) this.set({ kind }, count);
      },
    });
  }

  #watchDatabase(read: MetricsOptions['database']): void {
    let asked: ReturnType<typeof read> | undefined;
    // The metrics of one scrape are collected at the same time, and share one query.
    const ask = () => (asked ??= read().finally(() => (asked = undefined)));
    const registers = [this.#registry];
    const look = (name: string, help: string, key: 'bytes' | 'connections') =>
      new Gauge({
        name,
        help,
        registers,
        async collect() {
          this.set((await ask())?.[key] ?? 0);
        },
      });
    look('caliber_database_bytes', 'Bytes on its disk; 0 while it does not answer.', 'bytes');
    look('caliber_database_connections', 'Connections to it, of all processes.', 'connections');
    const fetch = (name: string, help: string, key: 'seconds' | 'calls') =>
      new Counter({
        name,
        help,
        labelNames: ['id', 'statement'],
        registers,
        async collect() {
          const { statements = [] } = (await ask()) ?? {};
          this.reset();
          for (const { id, text, ...used } of statements)
            this.inc({ id, statement: text }, used[key]);
        },
      });
    fetch(
      'caliber_database_statement_seconds_total',
      'Time that PostgreSQL took for the statements that took most, by pg_stat_statements.',
      'seconds',
    );
    fetch('caliber_database_statement_calls_total', 'How often these statements ran.', 'calls');
  }

  /** Registers a number that only grows, and is read at each scrape. */
  #fetch(name: string, help: string, read: () => number): void {
    new Counter({
      name,
      help,
      registers: [this.#registry],
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  }

  #look(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.#registry],
      collect() {
        this.set(read());
      },
    });
  }
}

/** Whether a request carries the token; compared in constant time. */
function bears(headers: Question['headers'], token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));
}
