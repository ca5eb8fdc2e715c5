import { and, asc, eq, gt, ilike, ne, sql } from 'drizzle-orm';
import { mayCurate } from '../accounts/permissions.ts';
import { store, type Store } from '../db/store.ts';
import type { User } from '../accounts/user.ts';
import type { FrontCandidate, FrontState } from '../content/desk/front.ts';
import { articles } from '../db/schema/articles.ts';
import { frontPins, fronts } from '../db/schema/fronts.ts';
import type { Locale } from '../i18n/locales.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Refusal } from '../refusal.ts';

/**
 * The present pins and breaking-news line of a locale's front; null for a user who may not change the front.
 */
export async function readFrontState(
  user: User,
  locale: Locale,
  { database, clock }: Store = store(),
): Promise<FrontState | null> {
  if (!mayCurate(user)) return null;
  const now = clock.now();
  const [front] = await database
    .select({
      version: fronts.version,
      text: fronts.breakingText,
      articleId: fronts.breakingArticleId,
      until: fronts.breakingUntil,
      headline: articles.headline,
    })
    .from(fronts)
    .leftJoin(articles, eq(articles.id, fronts.breakingArticleId))
    .where(eq(fronts.locale, locale));
  const pins = await database
    .select({
      position: frontPins.position,
      articleId: frontPins.articleId,
      until: frontPins.until,
      headline: articles.headline,
      status: articles.status,
      publishedAt: articles.publishedAt,
      embargoUntil: articles.embargoUntil,
    })
    .from(frontPins)
    .innerJoin(articles, eq(articles.id, frontPins.articleId))
    .where(and(eq(frontPins.locale, locale), gt(frontPins.until, now)))
    .orderBy(asc(frontPins.position));
  const isOn = front?.text && front.until && front.until > now;
  return {
    version: front?.version ?? 0,
    pins: pins.map(({ position, articleId, until, headline, ...row }) => ({
      position,
      articleId,
      until: until.toISOString(),
      headline,
      isShown:
        row.status === 'published' &&
        (row.publishedAt ?? now) <= now &&
        (row.embargoUntil ?? now) <= now,
    })),
    breaking: isOn
      ? {
          text: front.text ?? '',
          articleId: front.articleId,
          headline: front.headline,
          until: front.until?.toISOString() ?? '',
        }
      : null,
  };
}

const CANDIDATES = 12;

/** Articles of a locale whose headlines contain all the words: unpublished ones first, then the newest. */
export async function findForFront(
  user: User,
  locale: Locale,
  text: string,
  { database }: Store = store(),
): Promise<Result<FrontCandidate[], Refusal>> {
  if (!mayCurate(user)) {
    return refuse({ code: 'forbidden', message: 'Your role does not allow changing the front.' });
  }
  const words = text.trim().slice(0, 200).split(/\s+/).filter(Boolean).slice(0, 8);
  const rows = await database
    .select({
      id: articles.id,
      headline: articles.headline,
      status: articles.status,
      publishedAt: articles.publishedAt,
    })
    .from(articles)
    .where(
      and(
        eq(articles.locale, locale),
        ne(articles.status, 'withdrawn'),
        ...words.map((word) => ilike(articles.headline, `%${word.replace(/[\\%_]/g, '\\$&')}%`)),
      ),
    )
    .orderBy(sql`${articles.publishedAt} desc nulls first`, sql`${articles.id} desc`)
    .limit(CANDIDATES);
  return ok(
    rows.map(({ publishedAt, ...row }) => ({
      ...row,
      publishedAt: publishedAt?.toISOString() ?? null,
    })),
  );
}
