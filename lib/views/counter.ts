import { randomBytes } from 'node:crypto';
import { isbot } from 'isbot';
import { eq, inArray, lt, sql } from 'drizzle-orm';
import { publication } from '../../publication.config.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { viewCounts } from '../db/schema/articles.ts';
import { viewSalts } from '../db/schema/views.ts';
import { ReaderKeys, WINDOW } from './reader-key.ts';

/** The client's data that a count needs. */
export interface Reader {
  address: string;
  userAgent: string;
  /** The Sec-Purpose header: `prefetch`, `prefetch;prerender`; empty for a page that is read. */
  purpose: string;
}

/**
 * Most reader keys of half an hour that are kept; above that the older half is dropped, and its readers may
 * count again.
 */
const MOST_KEYS = 400_000;
/**
 * Most views that wait to be written, and most views of one write: while the database is unreachable,
 * waiting views accumulate.
 */
const MOST_WAITING = 200_000;
const BATCH = 10_000;
/** Most totals that are kept in memory, and for how long, in milliseconds: other processes count too. */
const MOST_TOTALS = 20_000;
const TOTAL_LIFETIME = 30_000;
/** Hours for which the views of the whole publication are kept: the desk shows one day of them. */
const HOURS_KEPT = 48;

/**
 * Counts views: in memory, written as one statement by `flush`. Views that could not be written are kept
 * and written with the next flush; no view is written twice, nor by two processes.
 */
export class ViewCounter {
  readonly #clock: Clock;
  readonly #database: () => Database;
  readonly #keys = new ReaderKeys((day) => this.#saltOf(day));
  /**
   * Two generations of seen keys: the older one is dropped when the younger is half an hour old or full.
   */
  #seen = { younger: new Set<string>(), elder: new Set<string>(), since: 0 };
  /** Reader keys that are not written yet, by article. */
  #pending = new Map<number, string[]>();
  #waiting = 0;
  #totals = new Map<number, { views: number; readAt: number }>();
  #flushing: Promise<void> | undefined;

  constructor(options: { clock: Clock; database: () => Database }) {
    this.#clock = options.clock;
    this.#database = options.database;
  }

  /**
   * Counts a view unless it is a bot's, a prefetch, or the reader's second one within half an hour.
   * @param articleId - an article that readers may see: the caller has checked it
   * @returns whether it was counted
   */
  async count(articleId: number, reader: Reader): Promise<boolean> {
    if (reader.purpose !== '' || reader.userAgent === '' || isbot(reader.userAgent)) return false;
    const now = this.#clock.now();
    const key = await this.#keys.keyOf(reader, articleId, now);
    if (this.#waiting >= MOST_WAITING) return false;
    if (this.#seen.younger.has(key) || this.#seen.elder.has(key)) return false;
    if (now.getTime() - this.#seen.since > WINDOW || this.#seen.younger.size >= MOST_KEYS / 2) {
      this.#seen = { younger: new Set(), elder: this.#seen.younger, since: now.getTime() };
    }
    this.#seen.younger.add(key);
    this.#waiting++;
    const keys = this.#pending.get(articleId);
    if (keys) keys.push(key);
    else this.#pending.set(articleId, [key]);
    return true;
  }

  /** The current count of an article: written views and those that will be written next. */
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
    return total.views + (this.#pending.get(articleId)?.length ?? 0);
  }

  /** Writes the views counted since the last write; one write at a time. */
  flush(): Promise<void> {
    this.#flushing ??= this.#write().finally(() => (this.#flushing = undefined));
    return this.#flushing;
  }

  async #write(): Promise<void> {
    const rows: { id: number; key: string }[] = [];
    for (const [id, keys] of this.#pending)
      for (const key of keys) if (rows.length < BATCH) rows.push({ id, key });
    if (rows.length === 0) return;
    const now = sql`${this.#clock.now().toISOString()}::timestamptz`;
    // One statement: the readers, the day, the total and the hour are written together or not at all. The
    // join drops articles that were deleted meanwhile: one missing article must not block the others for
    // ever.
    const counted = await this.#database().execute<{ id: number; views: number }>(sql`
      with pending as (
        select distinct id, key from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as pending(id integer, key text)
      ), unseen as (
        insert into view_readers (key, seen_at) select key, ${now} from pending order by key
        on conflict (key) do nothing returning key
      ), counted as (
        select articles.id, count(*)::integer as views
        from pending join unseen on unseen.key = pending.key join articles on articles.id = pending.id
        group by articles.id order by articles.id
      ), days as (
        insert into view_counts (article_id, day, views)
        select id, (${now} at time zone ${publication.timeZone})::date, views from counted
        on conflict (article_id, day) do update set views = view_counts.views + excluded.views
      ), totals as (
        insert into view_totals (article_id, views) select id, views from counted
        on conflict (article_id) do update set views = view_totals.views + excluded.views
      ), forgotten as (
        delete from view_hours where hour < date_trunc('hour', ${now}, 'UTC') - interval '${sql.raw(String(HOURS_KEPT))} hours'
      ), left_readers as (
        delete from view_readers where seen_at < ${now} - interval '${sql.raw(String((2 * WINDOW) / 60_000))} minutes'
      ), hours as (
        insert into view_hours (hour, views)
        select date_trunc('hour', ${now}, 'UTC'), sum(views) from counted having sum(views) > 0
        on conflict (hour) do update set views = view_hours.views + excluded.views
      )
      select id, views from counted`);
    for (const [id, { length }] of Map.groupBy(rows, (row) => row.id)) {
      const left = this.#pending.get(id)?.slice(length) ?? [];
      if (left.length > 0) this.#pending.set(id, left);
      else this.#pending.delete(id);
    }
    this.#waiting -= rows.length;
    for (const { id, views } of counted) {
      const total = this.#totals.get(id);
      if (total) total.views += views;
    }
  }

  /**
   * The salt of a day, created by the process that needs it first; the salts of earlier days are deleted.
   */
  async #saltOf(day: number): Promise<string> {
    const database = this.#database();
    const salt = randomBytes(32).toString('base64url');
    await database.delete(viewSalts).where(lt(viewSalts.day, day));
    await database.insert(viewSalts).values({ day, salt }).onConflictDoNothing();
    const [row] = await database.select().from(viewSalts).where(eq(viewSalts.day, day));
    return row?.salt ?? salt;
  }
}
