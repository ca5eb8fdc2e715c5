import { and, eq, gt, inArray } from 'drizzle-orm';
import type { ArticleCard } from '../content/article.ts';
import { FRONT_POSITIONS, type Front } from '../content/desk/front.ts';
import { articles } from '../db/schema/articles.ts';
import { categories } from '../db/schema/categories.ts';
import { frontPins } from '../db/schema/fronts.ts';
import type { Locale } from '../i18n/locales.ts';
import { noteRead } from '../page-tags.ts';
import { curationTag, frontTag, PUBLICATION_TAG } from '../cache-tags.ts';
import { newestCards } from './lists/cards.ts';
import { store, type Store } from '../db/store.ts';

const SECONDS = FRONT_POSITIONS - 1;
const TIMELINE = 12;
const BLOCK = 6;

/**
 * A locale's front. Pinned articles keep their position until the end of the pin. Everything else follows
 * rules: the newest article with a picture is the lead, the next ones with pictures are beside it, the
 * timeline contains the newest articles, and each category shows articles that the top does not. Tags: the
 * front of the locale, its pins, the publication.
 * @param proposed - article ids by position, instead of the stored pins: for the newsroom's preview
 */
export async function getFront(
  locale: Locale,
  from: Store = store(),
  proposed?: ReadonlyMap<number, number>,
): Promise<Front> {
  noteRead([frontTag(locale), curationTag(locale), PUBLICATION_TAG]);
  const newest = await newestCards(from, locale, { limit: 40 });
  const given = await givenCards(locale, from, proposed ?? (await readPins(locale, from)));
  const isGiven = new Set([...given.values()].map(({ id }) => id));
  const free = newest.filter(({ id }) => !isGiven.has(id));
  const pictured = free.filter((card) => card.image);
  const lead = given.get(0) ?? pictured[0] ?? free[0] ?? null;
  const rest = (pictured.length > SECONDS ? pictured : free).filter((card) => card.id !== lead?.id);
  const seconds = Array.from(
    { length: SECONDS },
    (_, index) => given.get(index + 1) ?? rest.shift(),
  ).filter((card) => card !== undefined);
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

/** The pins that are valid now: article ids by position. */
async function readPins(
  locale: Locale,
  { database, clock }: Store,
): Promise<ReadonlyMap<number, number>> {
  const rows = await database
    .select({ position: frontPins.position, articleId: frontPins.articleId })
    .from(frontPins)
    .where(and(eq(frontPins.locale, locale), gt(frontPins.until, clock.now())));
  return new Map(rows.map(({ position, articleId }) => [position, articleId]));
}

/** The pinned articles that readers may see, by position. */
async function givenCards(
  locale: Locale,
  from: Store,
  pins: ReadonlyMap<number, number>,
): Promise<ReadonlyMap<number, ArticleCard>> {
  if (pins.size === 0) return new Map();
  const cards = await newestCards(from, locale, {
    where: inArray(articles.id, [...pins.values()]),
    limit: pins.size,
  });
  return new Map(
    [...pins].flatMap(([position, articleId]) => {
      const card = cards.find(({ id }) => id === articleId);
      return card ? [[position, card] as const] : [];
    }),
  );
}
