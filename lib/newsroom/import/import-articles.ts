/** The only write path of imported articles: a batch is one transaction with one event. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import { cleanValue } from '../../content/body/clean-text.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { articles, slugHistory, stories } from '../../db/schema/articles.ts';
import { categories } from '../../db/schema/categories.ts';
import { images } from '../../db/schema/images.ts';
import type { Appearance } from '../../events/appearance.ts';
import { append } from '../../events/append.ts';
import { imagesOfBody, noteShown } from '../image-uses.ts';
import { textColumns } from '../text-columns.ts';
import type { ImportedArticle, ImportedPicture, ImportOutcome } from './imported-article.ts';
import { heldBy, importedBefore } from './imported-before.ts';
import { writeParts, type WrittenArticle } from './import-parts.ts';

import { setAside } from '../commands/set-aside.ts';
import { chooseSlugs } from '../choose-slugs.ts';
import { wordsOfPicture } from '../../content/desk/picture-words.ts';
import { describeImported } from './describe-imported.ts';
import { distinct, readAllAppearances } from '../read-appearances.ts';

/**
 * Writes a batch of articles and their pictures. An existing article keeps its id, gets a new version, and
 * its old slug redirects to the new one. The texts of the arguments are cleaned in place.
 * @param options.overwrite - also overwrites articles from another source; otherwise they are not changed,
 *   and the imported article is refused
 * @returns the outcome of each article, in the order of `batch`
 * @throws every error of the database; nothing of the batch is written then
 */
export async function importArticles(
  database: Database,
  batch: readonly ImportedArticle[],
  pictures: readonly ImportedPicture[],
  options: { overwrite: boolean } = { overwrite: false },
): Promise<ImportOutcome[]> {
  if (batch.length === 0) return [];
  // A file may contain text that the database cannot store.
  cleanValue(batch);
  cleanValue(pictures);
  return database.transaction(async (tx) => {
    await insertPictures(tx, pictures);
    const held = options.overwrite ? batch.map(() => null) : await holdersOf(tx, batch);
    const written = await writeBatch(
      tx,
      batch.filter((_, index) => held[index] === null),
    );
    return batch.map(({ sourceName }, index) => {
      const reason = held[index] ?? null;
      if (reason !== null) return { kind: 'refused', sourceName, reason };
      const outcome = written.shift();
      if (!outcome) throw new Error(`Nothing became of ${sourceName}.`);
      return outcome;
    });
  });
}

/**
 * For each article of a batch: why it must not overwrite the existing article; null when it may be written.
 */
async function holdersOf(
  tx: Transaction,
  batch: readonly ImportedArticle[],
): Promise<(string | null)[]> {
  const before = await importedBefore(
    tx,
    batch.map(({ frontMatter }) => frontMatter),
  );
  return batch.map(({ frontMatter: { story, locale }, sourceName }) => {
    const present = before.get(`${story}.${locale}`);
    return present ? heldBy(present.sourceName, sourceName) : null;
  });
}

async function writeBatch(
  tx: Transaction,
  batch: readonly ImportedArticle[],
): Promise<ImportOutcome[]> {
  if (batch.length === 0) return [];
  await describeImported(
    tx,
    batch.map(({ frontMatter: { locale, image }, body, imageId }) => ({
      locale,
      body,
      lead: {
        imageId,
        alt: image?.alt ?? '',
        caption: image?.caption ?? '',
        credit: image?.credit ?? '',
      },
    })),
  );
  const before: Appearance[] = [];
  const { storyIds, moved } = await upsertStories(tx, batch, before);
  await setAsideCopies(tx, batch, storyIds);
  const present = await presentArticles(tx, batch, storyIds);
  before.push(
    ...(await readAllAppearances(
      tx,
      [...present.values()].map(({ id }) => id),
    )),
  );
  const keyOf = ({ frontMatter }: ImportedArticle) =>
    `${storyIds.get(frontMatter.story)?.id}:${frontMatter.locale}`;
  const slugs = await chooseSlugs(
    tx,
    batch.map((article) => ({
      locale: article.frontMatter.locale,
      headline: article.frontMatter.headline,
      fallback: article.frontMatter.story,
      asked: article.frontMatter.slug,
      preferred: article.preferredSlug,
      present: present.get(keyOf(article)),
    })),
  );

  const outcomes: ImportOutcome[] = [];
  const written: WrittenArticle[] = [];
  const inserts: { article: ImportedArticle; slug: string; row: typeof articles.$inferInsert }[] =
    [];
  for (const [index, article] of batch.entries()) {
    const slug = slugs[index];
    const { sourceName } = article;
    if (!slug?.ok) {
      outcomes.push({
        kind: 'refused',
        sourceName,
        reason: slug?.refusal ?? 'no slug could be made',
      });
      continue;
    }
    const story = storyIds.get(article.frontMatter.story);
    if (!story) throw new Error(`No story was written for ${sourceName}.`);
    const row = rowOf(article, story, slug.value);
    const former = present.get(keyOf(article));
    outcomes.push({ kind: former ? 'changed' : 'created', sourceName, slug: slug.value });
    if (!former) {
      inserts.push({ article, slug: slug.value, row });
      continue;
    }
    await keepFormerSlug(tx, former, slug.value, article);
    const version = former.version + 1;
    await tx
      .update(articles)
      .set({ ...row, version, ...(row.publishedVersion && { publishedVersion: version }) })
      .where(eq(articles.id, former.id));
    written.push({ article, id: former.id, slug: slug.value, version });
  }
  if (inserts.length > 0) {
    const ids = await tx
      .insert(articles)
      .values(inserts.map(({ row }) => row))
      .returning({ id: articles.id });
    for (const [index, { article, slug }] of inserts.entries()) {
      written.push({ article, id: ids[index]?.id ?? 0, slug, version: 1 });
    }
  }
  await writeParts(tx, written);
  const shown = written.filter(({ article }) => article.frontMatter.status === 'published');
  await noteShown(
    tx,
    shown.flatMap(({ article: { body, imageId } }) => [
      ...imagesOfBody(body),
      ...(imageId === null ? [] : [imageId]),
    ]),
  );
  if (written.length > 0) {
    const changed = [...written.map(({ id }) => id), ...moved];
    const appearances = distinct([...before, ...(await readAllAppearances(tx, changed))]);
    await append(tx, { type: 'articles.imported', appearances });
  }
  return outcomes;
}

async function insertPictures(
  tx: Transaction,
  pictures: readonly ImportedPicture[],
): Promise<void> {
  if (pictures.length === 0) return;
  const rows = pictures.map(({ imageId, ...picture }) => ({
    id: imageId,
    ...picture,
    words: wordsOfPicture(picture.sourceName, {}),
  }));
  await tx.insert(images).values(rows).onConflictDoNothing();
}

interface StoryRow {
  id: number;
  categoryId: number;
}

/**
 * Finds or creates the batch's stories; when a story changes its category, its translations do too.
 * @param before - where readers found the articles of stories that change their category, to be added to
 * @returns the stories by key, and the ids of those articles
 */
async function upsertStories(
  tx: Transaction,
  batch: readonly ImportedArticle[],
  before: Appearance[],
): Promise<{ storyIds: Map<string, StoryRow>; moved: number[] }> {
  const categoryRows = await tx
    .select({ id: categories.id, slug: categories.slug })
    .from(categories);
  const categoryIds = new Map(categoryRows.map((row) => [row.slug, row.id]));
  const wanted = new Map(
    batch.map(({ frontMatter }) => [frontMatter.story, categoryIds.get(frontMatter.category) ?? 0]),
  );
  await tx
    .insert(stories)
    .values([...wanted].map(([key, categoryId]) => ({ key, categoryId })))
    .onConflictDoNothing();
  const rows = await tx
    .select()
    .from(stories)
    .where(inArray(stories.key, [...wanted.keys()]));
  const storyIds = new Map<string, StoryRow>();
  const moved: number[] = [];
  for (const row of rows) {
    const categoryId = wanted.get(row.key) ?? row.categoryId;
    if (categoryId !== row.categoryId) {
      const ids = await articlesOfStory(tx, row.id);
      before.push(...(await readAllAppearances(tx, ids)));
      moved.push(...ids);
      await tx.update(stories).set({ categoryId }).where(eq(stories.id, row.id));
    }
    storyIds.set(row.key, { id: row.id, categoryId });
  }
  return { storyIds, moved };
}

async function articlesOfStory(tx: Transaction, storyId: number): Promise<number[]> {
  const rows = await tx
    .select({ id: articles.id })
    .from(articles)
    .where(eq(articles.storyId, storyId));
  return rows.map(({ id }) => id);
}

/** Makes revisions of the working copies of the articles that a batch overwrites. */
async function setAsideCopies(
  tx: Transaction,
  batch: readonly ImportedArticle[],
  storyIds: ReadonlyMap<string, StoryRow>,
): Promise<void> {
  const locales = [...new Set(batch.map(({ frontMatter }) => frontMatter.locale))];
  await setAside(tx, [...new Set([...storyIds.values()].map(({ id }) => id))], locales);
}

interface PresentArticle {
  id: number;
  slug: string;
  version: number;
}

async function presentArticles(
  tx: Transaction,
  batch: readonly ImportedArticle[],
  storyIds: ReadonlyMap<string, StoryRow>,
): Promise<Map<string, PresentArticle>> {
  const ids = [...new Set([...storyIds.values()].map(({ id }) => id))];
  const locales = [...new Set(batch.map(({ frontMatter }) => frontMatter.locale))];
  const rows = await tx
    .select({
      id: articles.id,
      storyId: articles.storyId,
      locale: articles.locale,
      slug: articles.slug,
      version: articles.version,
    })
    .from(articles)
    .where(and(inArray(articles.storyId, ids), inArray(articles.locale, locales)));
  return new Map(rows.map((row) => [`${row.storyId}:${row.locale}`, row]));
}

const leadOf = (imageId: string, image: ImportedArticle['frontMatter']['image']) => ({
  imageId,
  alt: image?.alt ?? '',
  caption: image?.caption ?? null,
  credit: image?.credit ?? null,
});

function rowOf(
  article: ImportedArticle,
  story: StoryRow,
  slug: string,
): typeof articles.$inferInsert {
  const { frontMatter, body, imageId, sourceName, sourceHash } = article;
  const { image, seo } = frontMatter;
  return {
    storyId: story.id,
    categoryId: story.categoryId,
    locale: frontMatter.locale,
    status: frontMatter.status,
    slug,
    ...textColumns({
      headline: frontMatter.headline,
      standfirst: frontMatter.standfirst ?? null,
      kicker: frontMatter.kicker ?? null,
      body,
      image: imageId === null ? null : leadOf(imageId, image),
      seoTitle: seo.title ?? null,
      seoDescription: seo.description ?? null,
    }),
    publishedAt: frontMatter.publishedAt ?? null,
    updatedAt: frontMatter.updatedAt ?? null,
    embargoUntil: frontMatter.embargoUntil ?? null,
    sourceName,
    sourceHash,
    publishedVersion: frontMatter.status === 'published' ? 1 : null,
    changedAt: new Date(),
  };
}

/** Stores the slug that an article leaves as a redirect to its new one. */
async function keepFormerSlug(
  tx: Transaction,
  former: PresentArticle,
  slug: string,
  { frontMatter: { locale } }: ImportedArticle,
): Promise<void> {
  if (former.slug === slug) return;
  await tx
    .insert(slugHistory)
    .values({ locale, slug: former.slug, articleId: former.id })
    .onConflictDoUpdate({
      target: [slugHistory.locale, slugHistory.slug],
      set: { articleId: former.id, until: sql`now()` },
    });
}
