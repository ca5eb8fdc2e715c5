import { and, asc, eq, gt } from 'drizzle-orm';
import { mayCurate } from '../auth/permissions.ts';
import { store, type Store } from '../auth/store.ts';
import type { User } from '../auth/user.ts';
import type { FrontState } from '../content/front.ts';
import { articles } from '../db/schema/articles.ts';
import { frontPins, fronts } from '../db/schema/fronts.ts';
import type { Locale } from '../i18n/locales.ts';

/** What is decided of a locale's front just now, for somebody who may change it; null for anybody else. */
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
