/** Parts of the commands on a front. */
import { and, eq, inArray, ne } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '../../../db/client.ts';
import { articles } from '../../../db/schema/articles.ts';
import type { Locale } from '../../../i18n/locales.ts';
import { Refused } from '../../../refusal.ts';

/** The longest time for which a pin or a breaking-news line may be set, in milliseconds. */
const LONGEST = 31 * 86_400_000;

/** A front that was never changed has the version 0. */
export const frontVersion = z.number().int().min(0);

/**
 * Refuses an end that is past or too far ahead.
 * @throws Refused `invalid`
 */
export function demandEnd(until: Date, now: Date): void {
  if (until <= now) throw new Refused('invalid', 'The end is in the past.');
  if (until.getTime() - now.getTime() > LONGEST) {
    throw new Refused('invalid', 'The end is more than 31 days ahead.');
  }
}

/**
 * Refuses articles of another locale and withdrawn articles; an article that is not published yet is allowed.
 * @throws Refused `invalid`
 */
export async function demandShowable(
  tx: Transaction,
  locale: Locale,
  ids: readonly number[],
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx
    .select({ id: articles.id })
    .from(articles)
    .where(
      and(
        inArray(articles.id, [...ids]),
        eq(articles.locale, locale),
        ne(articles.status, 'withdrawn'),
      ),
    );
  if (rows.length < ids.length) {
    throw new Refused('invalid', 'An article is not of this language, or was withdrawn.');
  }
}
