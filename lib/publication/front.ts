import { eq } from 'drizzle-orm';
import type { ArticleCard } from '../content/article.ts';
import type { Front } from '../content/front.ts';
import { articles } from '../db/schema/articles.ts';
import { categories } from '../db/schema/categories.ts';
import type { Locale } from '../i18n/locales.ts';
import { noteRead } from '../page-tags.ts';
import { frontTag, PUBLICATION_TAG } from './cache-tags.ts';
import { newestCards } from './cards.ts';
import { source, type Source } from './source.ts';

const SECONDS = 3;
const TIMELINE = 12;
const BLOCK = 6;

/**
 * A locale's front by rule: the newest article with a picture leads, the next with pictures stand beside
 * it, the timeline holds whatever is newest, and each category shows what the top did not.
 * Tags: the front of the locale, the publication.
 */
export async function getFront(locale: Locale, from: Source = source()): Promise<Front> {
  noteRead([frontTag(locale), PUBLICATION_TAG]);
  const newest = await newestCards(from, locale, { limit: 40 });
  const pictured = newest.filter((card) => card.image);
  const lead = pictured[0] ?? newest[0] ?? null;
  const rest = (pictured.length > SECONDS ? pictured : newest).filter(
    (card) => card.id !== lead?.id,
  );
  const seconds = rest.slice(0, SECONDS);
  const top = new Set([lead, ...seconds].map((card) => card?.id));
  const sections = await from.database.select().from(categories).orderBy(categories.position);
  const blocks = await Promise.all(
    sections.map(async ({ id, slug, names, descriptions }) => {
      const cards: ArticleCard[] = await newestCards(from, locale, {
        where: eq(articles.categoryId, id),
        limit: BLOCK + top.size,
      });
      return {
        category: { slug, name: names[locale], description: descriptions[locale] },
        articles: cards.filter((card) => !top.has(card.id)).slice(0, BLOCK),
      };
    }),
  );
  return {
    lead,
    seconds,
    newest: newest.slice(0, TIMELINE),
    blocks: blocks.filter((block) => block.articles.length > 0),
  };
}
