/**
 * `/api/metrics`, as Prometheus reads it. What is counted for each request is counted in whole numbers where
 * it happens and fetched when somebody asks: a reader's request pays nothing for it.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { isFromHere } from './client-address.ts';
import type { DatabaseStatistics } from '../db/statistics.ts';
import type { Press } from './press.ts';
import { refuse } from './refusal.ts';
import type { Traffic } from './traffic.ts';

export interface MetricsOptions {
  press: Pick<Press, 'counts' | 'memory'>;
  traffic: Traffic;
  outbox: { secondsBehind(): number; lastDelay(): number };
  /** What the database knows of its own work; null while it does not answer. */
  database: () => Promise<DatabaseStatistics | null>;
  /** What a Bearer must say; without one, only this machine is answered. */
  token: string | undefined;
}

/** Milliseconds between looks at how late the event loop is. */
const LOOK_EVERY = 20;
/** Seconds; a print takes about ten milliseconds. */
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

  /** Has the renders of a request listener timed. */
  timed(listener: RequestListener): RequestListener {
    return (request, response) => {
      const startedAt = performance.now();
      response.once('finish', () => this.#renders.observe((performance.now() - startedAt) / 1000));
      return listener(request, response);
    };
  }

  /** Makes what answers `/api/metrics`. */
  answerOf({ press, traffic, outbox, database, token }: MetricsOptions) {
    this.#watchDatabase(database);
    this.#fetch('caliber_pages_hit_total', 'Answers from memory.', () => press.counts.hits);
    this.#fetch('caliber_pages_printed_total', 'Pages made.', () => press.counts.prints);
    this.#fetch('caliber_prints_failed_total', 'Prints that failed.', () => press.counts.failures);
    this.#fetch('caliber_pages_withdrawn_total', 'Pages marked by the outbox.', () => {
      return press.counts.withdrawals;
    });
    this.#fetch('caliber_pages_stale_total', 'Answers older than what was published.', () => {
      return press.counts.stale;
    });
    this.#look('caliber_memory_bytes', 'Bytes of the pages kept.', () => press.memory.bytes);
    this.#look('caliber_memory_pages', 'Pages kept.', () => press.memory.count);
    this.#look('caliber_outbox_behind_seconds', 'Since the outbox was read to its end.', () => {
      return outbox.secondsBehind();
    });
    this.#look('caliber_outbox_delay_seconds', 'From the newest row to its reading here.', () => {
      return outbox.lastDelay();
    });
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
    return (request: IncomingMessage, response: ServerResponse) =>
      this.#answer(request, response, token);
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    token: string | undefined,
  ): Promise<void> {
    const mayRead = token ? bears(request, token) : isFromHere(request);
    if (!mayRead) {
      const sentence = 'Metrics are for this machine, or for who has METRICS_TOKEN.';
      return refuse(response, { status: 403, sentence });
    }
    const text = await this.#registry.metrics();
    response.writeHead(200, {
      'content-type': this.#registry.contentType,
      'cache-control': 'no-store',
    });
    response.end(request.method === 'HEAD' ? undefined : text);
  }

  #watchDatabase(read: MetricsOptions['database']): void {
    let asked: ReturnType<typeof read> | undefined;
    // The metrics of one scrape are collected at once, and share one question.
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

  /** A number that only grows, fetched when it is asked for. */
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

/** Compared in a time that tells nothing of the token. */
function bears(request: IncomingMessage, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${token}`));
}
