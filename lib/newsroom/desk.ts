/** What the newsroom reads, each read for somebody: what they may not read is not in it. */
import { and, asc, count, desc, eq, ilike, inArray, lt, or, sql, type SQL } from 'drizzle-orm';
import { PERMISSIONS } from '../auth/permissions.ts';
import { store, type Store } from '../auth/store.ts';
import type { User } from '../auth/user.ts';
import { ARTICLE_STATUSES, type ArticleStatus } from '../content/article.ts';
import type { DeskQuery, DeskRow, Telling } from '../content/desk.ts';
import { articles } from '../db/schema/articles.ts';
import { categories } from '../db/schema/categories.ts';
import { users } from '../db/schema/newsroom.ts';
import { LOCALES } from '../i18n/locales.ts';

const PAGE = 40;
/** Milliseconds after which a schedule that was not kept raises an alarm. */
const OVERDUE = 5000;

/** What of all articles somebody may read: `PERMISSIONS` as a condition of SQL. */
export function readableBy(user: User): SQL | undefined {
  const scope = and(
    user.locales ? inArray(articles.locale, user.locales) : undefined,
    user.categories
      ? inArray(
          articles.categoryId,
          sql`(select id from categories where slug in ${user.categories})`,
        )
      : undefined,
  );
  const reach = PERMISSIONS[user.role].read;
  const own = eq(articles.createdBy, user.id);
  switch (reach) {
    case 'all':
      return undefined;
    case 'scope':
      return scope ?? sql`true`;
    case 'own-or-published':
      return or(own, and(eq(articles.status, 'published'), scope));
    case 'own-drafts':
      return and(own, inArray(articles.status, ['draft', 'in_review']), scope);
    case 'none':
      return sql`false`;
  }
}

/** One page of the desk. */
export async function listDesk(user: User, query: DeskQuery, from: Store = store()) {
  const { database } = from;
  const words = query.text.trim().slice(0, 200).split(/\s+/).filter(Boolean).slice(0, 8);
  const where = and(
    readableBy(user),
    query.status ? eq(articles.status, query.status) : undefined,
    query.locale ? eq(articles.locale, query.locale) : undefined,
    query.category ? eq(categories.slug, query.category) : undefined,
    query.isMine ? eq(articles.createdBy, user.id) : undefined,
    query.author
      ? sql`exists (select 1 from article_authors x join authors a on a.id = x.author_id
          where x.article_id = ${articles.id} and a.slug = ${query.author})`
      : undefined,
    ...words.map((word) => {
      const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
      return or(ilike(articles.headline, pattern), ilike(articles.standfirst, pattern));
    }),
  );
  const orders = {
    changed: [desc(articles.changedAt), desc(articles.id)],
    published: [sql`${articles.publishedAt} desc nulls last`, desc(articles.id)],
    headline: [asc(articles.headline), asc(articles.id)],
  } as const satisfies Record<DeskQuery['order'], readonly SQL[]>;
  const rows = await database
    .select({
      id: articles.id,
      storyId: articles.storyId,
      locale: articles.locale,
      headline: articles.headline,
      status: articles.status,
      category: categories.slug,
      version: articles.version,
      publishedVersion: articles.publishedVersion,
      publishedAt: articles.publishedAt,
      changedAt: articles.changedAt,
      createdBy: users.name,
    })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .leftJoin(users, eq(users.id, articles.createdBy))
    .where(where)
    .orderBy(...orders[query.order])
    .limit(PAGE + 1)
    .offset((query.page - 1) * PAGE);
  const shown = rows.slice(0, PAGE);
  const tellings = await tellingsOf(
    user,
    shown.map(({ storyId }) => storyId),
    from,
  );
  return {
    hasMore: rows.length > PAGE,
    rows: shown.map(({ storyId, publishedAt, changedAt, ...row }): DeskRow => ({
      ...row,
      publishedAt: publishedAt?.toISOString() ?? null,
      changedAt: changedAt.toISOString(),
      tellings: tellings.get(storyId) ?? [],
    })),
  };
}

/** How stories stand in each locale, by the story's id. */
export async function tellingsOf(
  user: User,
  storyIds: readonly number[],
  { database }: Store,
): Promise<Map<number, Telling[]>> {
  if (storyIds.length === 0) return new Map();
  const rows = await database
    .select({
      id: articles.id,
      storyId: articles.storyId,
      locale: articles.locale,
      status: articles.status,
      translatedVersion: articles.translatedVersion,
      newestOfOriginal: sql<number | null>`(select coalesce(o.published_version, o.version)
        from articles o where o.id = articles.translated_from)`,
    })
    .from(articles)
    .where(and(inArray(articles.storyId, [...new Set(storyIds)]), readableBy(user)));
  return new Map(
    storyIds.map((storyId) => [
      storyId,
      LOCALES.map((locale): Telling => {
        const row = rows.find((told) => told.storyId === storyId && told.locale === locale);
        if (!row) return { locale, id: null, status: null, isStale: false };
        const { id, status, translatedVersion, newestOfOriginal } = row;
        const isStale = (newestOfOriginal ?? 0) > (translatedVersion ?? Infinity);
        return { locale, id, status, isStale };
      }),
    ]),
  );
}

/** How many articles there are of each status, and how many schedules were not kept. */
export async function countDesk(user: User, { database, clock }: Store = store()) {
  const rows = await database
    .select({ status: articles.status, total: count() })
    .from(articles)
    .where(readableBy(user))
    .groupBy(articles.status);
  const late = new Date(clock.now().getTime() - OVERDUE);
  const [overdue] = await database
    .select({ total: count() })
    .from(articles)
    .where(and(readableBy(user), eq(articles.status, 'scheduled'), lt(articles.publishedAt, late)));
  const totals = Object.fromEntries(
    ARTICLE_STATUSES.map((status) => [
      status,
      rows.find((row) => row.status === status)?.total ?? 0,
    ]),
  ) as Record<ArticleStatus, number>;
  return { totals, overdue: overdue?.total ?? 0 };
}
