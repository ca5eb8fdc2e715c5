import { and, eq, inArray } from 'drizzle-orm';
import { redirectKeys } from '../content/front-matter/redirect.ts';
import { articles, slugHistory } from '../db/schema/articles.ts';
import { redirects } from '../db/schema/redirects.ts';
import { matchPage } from '../pages/all/match-page.ts';
import { page as article } from '../pages/article.ts';
import { noteRead } from '../page-tags.ts';
import { REDIRECTS_TAG } from '../cache-tags.ts';
import { remember } from './remember.ts';
import { store, type Store } from '../db/store.ts';

/**
 * The present target of an address of a former site, in one hop: for an article that has changed its slug
 * since, its present slug.
 * @param address - path and query as requested; parts of the query that are not listed are ignored
 * @returns a path of this site or an https address, or null
 */
export async function findRedirect(address: string, from: Store = store()): Promise<string | null> {
  const keys = redirectKeys(address);
  if (keys[0]?.includes('\0')) return null;
  const rows = await from.database.select().from(redirects).where(inArray(redirects.source, keys));
  const [found] = rows.sort((one, other) => keys.indexOf(one.source) - keys.indexOf(other.source));
  return found ? present(found.target, from) : null;
}

/** Whether there is any redirect; cached. When there is none, no address needs to be looked up. */
export function hasRedirects(): Promise<boolean> {
  return remember('redirects', async () => {
    noteRead([REDIRECTS_TAG]);
    const rows = await store().database.select({ at: redirects.source }).from(redirects).limit(1);
    return rows.length > 0;
  });
}

async function present(target: string, { database }: Store): Promise<string> {
  const match = matchPage(article, target);
  if (!match) return target;
  const { locale, slug } = match.params;
  const [moved] = await database
    .select({ slug: articles.slug })
    .from(slugHistory)
    .innerJoin(articles, eq(articles.id, slugHistory.articleId))
    .where(and(eq(slugHistory.locale, locale), eq(slugHistory.slug, slug)));
  if (!moved) return target;
  const [taken] = await database
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.locale, locale), eq(articles.slug, slug)));
  return taken ? target : article.href({ locale, slug: moved.slug });
}
