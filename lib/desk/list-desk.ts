/** The desk: a page of stories; each story is shown by one of its articles that match the query. */
import { and, asc, desc, eq, ne, notExists, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { store, type Store } from '../db/store.ts';
import type { User } from '../accounts/user.ts';
import type { DeskPage, DeskQuery, DeskRow } from '../content/desk/desk.ts';
import { articles, viewTotals } from '../db/schema/articles.ts';
import { categories } from '../db/schema/categories.ts';
import { users } from '../db/schema/newsroom.ts';
import type { Locale } from '../i18n/locales.ts';
import { isAskedFor } from './desk-conditions.ts';
import { namesInBylines } from './names.ts';
import { others, type ArticleTable } from './reach.ts';
import { translationsOf } from './translations.ts';

const PAGE = 40;

/** The order of a page: the key of a row, its type for comparison, and whether small keys come first. */
interface Order {
  keyOf: (table: ArticleTable) => SQL;
  type: 'moment' | 'text' | 'integer';
  isAscending?: boolean;
  /** Restricts the order to articles that have a total of views, or to those that have none. */
  counted?: 'some' | 'none';
}

const viewsOf = (table: ArticleTable) =>
  table === articles
    ? sql`${viewTotals.views}`
    : sql`coalesce((select views from view_totals where article_id = ${table.id}), 0)`;

/** The order by views needs two scans: first the totals, descending, then the articles without views. */
const ORDERS = {
  changed: [{ keyOf: (table) => sql`${table.changedAt}`, type: 'moment' }],
  published: [{ keyOf: (table) => sql`coalesce(${table.publishedAt}, 'epoch')`, type: 'moment' }],
  headline: [{ keyOf: (table) => sql`${table.headline}`, type: 'text', isAscending: true }],
  views: [
    { keyOf: viewsOf, type: 'integer', counted: 'some' },
    {
      keyOf: (table) => (table === articles ? sql`0::integer` : viewsOf(table)),
      type: 'integer',
      counted: 'none',
    },
  ],
} as const satisfies Record<DeskQuery['order'], readonly Order[]>;

const cursorSchema = z.strictObject({
  walk: z.number().int().min(0).max(1),
  /** A time is in microseconds since 1970: a Date would lose the digits after the millisecond. */
  key: z.string(),
  id: z.number().int(),
});
type Cursor = z.infer<typeof cursorSchema>;

const writeCursor = (cursor: Cursor) => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** The position after which a page begins; null, the beginning, for a missing or invalid cursor. */
function readCursor(text: string | null, { type }: Order): Cursor | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    const cursor = cursorSchema.parse(value);
    const isKey = {
      moment: /^-?\d{1,17}$/,
      integer: /^\d{1,9}$/,
      text: /^[^\0]*$/,
    }[type].test(cursor.key);
    return isKey ? cursor : null;
  } catch {
    return null;
  }
}

/** A cursor's key as an SQL value. */
const keyAsSql = (key: string, type: Order['type']): SQL =>
  type === 'moment'
    ? sql`timestamptz 'epoch' + ${key}::bigint * interval '1 microsecond'`
    : sql`${key}::${sql.raw(type)}`;

/**
 * One page of the desk. Articles that the user may not read appear in no row and no cell, and do not affect
 * the order.
 * @param locale - the language of the names of authors
 */
export async function listDesk(
  user: User,
  query: DeskQuery,
  locale: Locale,
  from: Store = store(),
): Promise<DeskPage> {
  const walks: readonly Order[] = ORDERS[query.order];
  const cursor = readCursor(query.after, walks[0] ?? ORDERS.changed[0]);
  const found: FoundRow[] = [];
  for (const [walk, order] of walks.entries()) {
    if (found.length > PAGE || walk < (cursor?.walk ?? 0)) continue;
    const after = cursor?.walk === walk ? cursor : null;
    const rows = await walkThrough(user, query, order, after, PAGE + 1 - found.length, from);
    found.push(...rows.map((row) => ({ ...row, walk })));
  }
  const shown = found.slice(0, PAGE);
  const last = found.length > PAGE ? shown.at(-1) : undefined;
  const ids = shown.map(({ id }) => id);
  const [translations, bylines] = await Promise.all([
    translationsOf(
      user,
      shown.map(({ storyId }) => storyId),
      from,
    ),
    namesInBylines(ids, locale, from),
  ]);
  return {
    next: last ? writeCursor({ walk: last.walk, key: last.key, id: last.id }) : null,
    rows: shown.map((row): DeskRow => ({
      id: row.id,
      storyId: row.storyId,
      locale: row.locale,
      headline: row.headline,
      category: row.category,
      authors: bylines.get(row.id) ?? [],
      createdBy: row.createdBy,
      changedAt: row.changedAt.toISOString(),
      views: row.views,
      translations: translations.get(row.storyId) ?? [],
    })),
  };
}

type FoundRow = Awaited<ReturnType<typeof walkThrough>>[number] & { walk: number };

function walkThrough(
  user: User,
  query: DeskQuery,
  order: Order,
  after: Cursor | null,
  limit: number,
  { database }: Store,
) {
  const { keyOf, type, isAscending = false, counted } = order;
  const key = keyOf(articles);
  const further = sql.raw(isAscending ? '>' : '<');
  const direction = isAscending ? asc : desc;
  const base = database
    .select({
      id: articles.id,
      storyId: articles.storyId,
      locale: articles.locale,
      headline: articles.headline,
      category: categories.slug,
      changedAt: articles.changedAt,
      createdBy: users.name,
      views: sql<number>`coalesce(${viewTotals.views}, 0)`,
      key:
        type === 'moment'
          ? sql<string>`(extract(epoch from ${key}) * 1000000)::bigint::text`
          : sql<string>`(${key})::text`,
    })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .leftJoin(users, eq(users.id, articles.createdBy))
    .$dynamic();
  const joined =
    counted === 'some'
      ? base.innerJoin(viewTotals, eq(viewTotals.articleId, articles.id))
      : base.leftJoin(viewTotals, eq(viewTotals.articleId, articles.id));
  return joined
    .where(
      and(
        isAskedFor(user, query, articles),
        counted === 'none' ? sql`${viewTotals.articleId} is null` : undefined,
        after
          ? sql`(${key}, ${articles.id}) ${further} (${keyAsSql(after.key, type)}, ${after.id}::integer)`
          : undefined,
        // Of a story's articles that match the query, only the first one is shown.
        notExists(
          database
            .select({ one: sql`1` })
            .from(others)
            .where(
              and(
                eq(others.storyId, articles.storyId),
                ne(others.id, articles.id),
                isAskedFor(user, query, others),
                sql`(${key}, ${articles.id}) ${further} (${keyOf(others)}, ${others.id})`,
              ),
            ),
        ),
      ),
    )
    .orderBy(direction(key), direction(articles.id))
    .limit(limit);
}
