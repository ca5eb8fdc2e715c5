import { isbot } from 'isbot';
import { inArray, sql } from 'drizzle-orm';
import { publication } from '../../publication.config.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { viewCounts } from '../db/schema/articles.ts';
import { ReaderKeys, WINDOW } from './reader-key.ts';

/** Who asks, as far as a count needs it. */
export interface Reader {
  address: string;
  userAgent: string;
  /** The Sec-Purpose header: `prefetch`, `prefetch;prerender`; empty for a page that is read. */
  purpose: string;
}

/** Readers of half an hour that are remembered; past it the oldest half is forgotten and may count again. */
const MOST_KEYS = 400_000;
/** Totals that are kept in memory, and for how long, in milliseconds: other processes count too. */
const MOST_TOTALS = 20_000;
const TOTAL_LIFETIME = 30_000;
/** Hours of which the whole publication's views are kept: the desk shows a day of them. */
const HOURS_KEPT = 48;

/**
 * Counts views: in memory, written as one transaction by `flush`. What could not be written is kept and
 * written with the next; nothing is written twice.
 */
export class ViewCounter {
  readonly #clock: Clock;
  readonly #database: () => Database;
  readonly #keys = new ReaderKeys();
  /** Two generations of seen keys: the elder goes when the younger is half an hour old or full. */
  #seen = { younger: new Set<string>(), elder: new Set<string>(), since: 0 };
  #pending = new Map<number, number>();
  #totals = new Map<number, { views: number; readAt: number }>();
  #flushing: Promise<void> | undefined;

  constructor(options: { clock: Clock; database: () => Database }) {
    this.#clock = options.clock;
    this.#database = options.database;
  }

  /**
   * Counts a view unless it is a bot's, a prefetch, or the reader's second of this half hour.
   * @param articleId - of an article that a reader may see: the caller has made sure
   * @returns whether it was counted
   */
  count(articleId: number, reader: Reader): boolean {
    if (reader.purpose !== '' || reader.userAgent === '' || isbot(reader.userAgent)) return false;
    const now = this.#clock.now();
    const key = this.#keys.keyOf(reader, articleId, now);
    if (this.#seen.younger.has(key) || this.#seen.elder.has(key)) return false;
    if (now.getTime() - this.#seen.since > WINDOW || this.#seen.younger.size >= MOST_KEYS / 2) {
      this.#seen = { younger: new Set(), elder: this.#seen.younger, since: now.getTime() };
    }
    this.#seen.younger.add(key);
    this.#pending.set(articleId, (this.#pending.get(articleId) ?? 0) + 1);
    return true;
  }

  /** The present count of an article: what is written and what is about to be. */
  async views(articleId: number): Promise<number> {
    const now = this.#clock.now().getTime();
    let total = this.#totals.get(articleId);
    if (!total || now - total.readAt > TOTAL_LIFETIME) {
      const [row] = await this.#database()
        .select({ views: sql<number>`coalesce(sum(${viewCounts.views}), 0)::integer` })
        .from(viewCounts)
        .where(inArray(viewCounts.articleId, [articleId]));
      total = { views: row?.views ?? 0, readAt: now };
      if (this.#totals.size >= MOST_TOTALS) this.#totals.clear();
      this.#totals.set(articleId, total);
    }
    return total.views + (this.#pending.get(articleId) ?? 0);
  }

  /** Writes what was counted since the last time; one at a time. */
  flush(): Promise<void> {
    this.#flushing ??= this.#write().finally(() => (this.#flushing = undefined));
    return this.#flushing;
  }

  async #write(): Promise<void> {
    const batch = [...this.#pending].sort(([one], [other]) => one - other);
    if (batch.length === 0) return;
    const rows = batch.map(([id, views]) => ({ id, views }));
    const now = sql`${this.#clock.now().toISOString()}::timestamptz`;
    // One statement: the day, the sum and the hour are told together or not at all. The join drops what was
    // deleted meanwhile: one missing article must not hold up the rest for ever.
    await this.#database().execute(sql`
      with counted as (
        select articles.id, told.views
        from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as told(id integer, views integer)
        join articles on articles.id = told.id
        order by articles.id
      ), days as (
        insert into view_counts (article_id, day, views)
        select id, (${now} at time zone ${publication.timeZone})::date, views from counted
        on conflict (article_id, day) do update set views = view_counts.views + excluded.views
      ), totals as (
        insert into view_totals (article_id, views) select id, views from counted
        on conflict (article_id) do update set views = view_totals.views + excluded.views
      ), forgotten as (
        delete from view_hours where hour < date_trunc('hour', ${now}, 'UTC') - interval '${sql.raw(String(HOURS_KEPT))} hours'
      )
      insert into view_hours (hour, views)
      select date_trunc('hour', ${now}, 'UTC'), sum(views) from counted having sum(views) > 0
      on conflict (hour) do update set views = view_hours.views + excluded.views`);
    for (const [id, views] of batch) {
      const left = (this.#pending.get(id) ?? 0) - views;
      if (left > 0) this.#pending.set(id, left);
      else this.#pending.delete(id);
      const total = this.#totals.get(id);
      if (total) total.views += views;
    }
  }
}
