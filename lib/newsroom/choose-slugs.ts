import { and, eq, inArray } from 'drizzle-orm';
import { slugFor } from '../content/slug.ts';
import type { Transaction } from '../db/client.ts';
import { articles } from '../db/schema/articles.ts';
import { LOCALES, type Locale } from '../i18n/locales.ts';
import { ok, refuse, type Result } from '../result.ts';

export interface SlugWish {
  locale: Locale;
  headline: string;
  /** The slug when the headline contains no letter. */
  fallback: string;
  /** The slug that the author requested: refused when it is taken, whereas a generated one gets a number. */
  asked: string | undefined;
  /** The slug on the article's former site; it gets a number when it is taken. */
  preferred: string | undefined;
  present: { id: number; slug: string } | undefined;
}

/**
 * A slug for each article, unique in its locale. An article that has a slug keeps it when its headline
 * changes: a known address must stay valid.
 * @returns in the order of `wishes`: the slug, or the reason for the refusal as a sentence
 */
export async function chooseSlugs(
  tx: Transaction,
  wishes: readonly SlugWish[],
): Promise<Result<string, string>[]> {
  const wanted = wishes.map(
    (wish) =>
      wish.asked ??
      wish.present?.slug ??
      wish.preferred ??
      (slugFor(wish.headline) || wish.fallback),
  );
  const taken = new Map<string, number>();
  for (const locale of LOCALES) {
    const slugs = wanted.filter((_, index) => wishes[index]?.locale === locale);
    if (slugs.length === 0) continue;
    const rows = await tx
      .select({ id: articles.id, slug: articles.slug })
      .from(articles)
      .where(and(eq(articles.locale, locale), inArray(articles.slug, slugs)));
    for (const row of rows) taken.set(`${locale}/${row.slug}`, row.id);
  }
  const answers: Result<string, string>[] = [];
  for (const [index, wish] of wishes.entries()) {
    const slug = wanted[index] ?? wish.fallback;
    const key = (candidate: string) => `${wish.locale}/${candidate}`;
    const holder = taken.get(key(slug));
    const isFree = holder === undefined || holder === wish.present?.id;
    if (isFree) {
      taken.set(key(slug), wish.present?.id ?? -1);
      answers.push(ok(slug));
    } else if (wish.asked !== undefined) {
      answers.push(refuse(`the slug “${slug}” belongs to another article in ${wish.locale}`));
    } else {
      const numbered = await firstFree(tx, wish.locale, slug, taken);
      taken.set(key(numbered), -1);
      answers.push(ok(numbered));
    }
  }
  return answers;
}

async function firstFree(
  tx: Transaction,
  locale: Locale,
  slug: string,
  taken: ReadonlyMap<string, number>,
): Promise<string> {
  for (let number = 2; ; number++) {
    const candidate = `${slug}-${number}`;
    if (taken.has(`${locale}/${candidate}`)) continue;
    const [row] = await tx
      .select({ id: articles.id })
      .from(articles)
      .where(and(eq(articles.locale, locale), eq(articles.slug, candidate)));
    if (!row) return candidate;
  }
}
