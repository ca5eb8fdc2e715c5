import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { stringify } from 'yaml';
import type { Body } from '../content/body/body.ts';
import { writeFrontMatter, type WrittenFrontMatter } from '../content/front-matter/front-matter.ts';
import { writeMarkdown } from '../content/markdown/write.ts';
import type { Database } from '../db/client.ts';
import {
  articleAuthors,
  articles,
  articleTopics,
  corrections,
  stories,
  viewCounts,
} from '../db/schema/articles.ts';
import { categories } from '../db/schema/categories.ts';
import { images } from '../db/schema/images.ts';
import { authors, topics } from '../db/schema/people.ts';
import { CodedError } from '../errors.ts';
import { copyOriginal } from '../media/ingest.ts';
import { mediaStore } from '../media/open-store.ts';
import { exportNames } from './export-names.ts';
import { showProgress } from '../progress.ts';
import { codeOf } from '../import/read-folder.ts';

/** Articles read per query. */
const BATCH = 200;

export interface ExportOptions {
  database: Database;
  folder: string;
  say?: (line: string) => void;
  complain?: (line: string) => void;
}

/**
 * Writes every article as a file that import can read, with the originals of its pictures, and the names of
 * authors and topics. The same content gives the same bytes.
 * @returns whether everything was written: a picture with a missing original is reported, and the export
 *   continues
 * @throws CodedError `folder` for a folder that is not writable
 */
export async function exportFolder({
  database,
  folder,
  say = console.log,
  complain = console.error,
}: ExportOptions): Promise<boolean> {
  try {
    await mkdir(join(folder, 'images'), { recursive: true });
  } catch (cause) {
    throw new CodedError('folder', `The folder ${folder} cannot be written (${codeOf(cause)}).`, {
      cause,
    });
  }
  const { sourceOf, missing } = await exportPictures(database, folder, complain);
  await exportPeople(database, folder);
  const [{ total } = { total: 0 }] = await database
    .select({ total: sql<number>`count(*)::integer` })
    .from(articles);
  const progress = showProgress('Exporting', total);
  for (let cursor = 0; ;) {
    const rows = await readBatch(database, cursor);
    for (const row of rows) {
      const name = `${row.frontMatter.story}.${row.frontMatter.locale}.md`;
      const { imageId, ...image } = row.image;
      const frontMatter: WrittenFrontMatter = {
        ...row.frontMatter,
        ...(imageId && { image: { src: sourceOf(imageId), ...image } }),
      };
      await writeFile(
        join(folder, name),
        writeFrontMatter(frontMatter, writeMarkdown(row.body, sourceOf)),
      );
      progress.step();
    }
    const last = rows.at(-1);
    if (!last) break;
    cursor = last.id;
  }
  progress.end();
  say(`Exported ${total} articles to ${folder}.`);
  if (missing > 0) complain(`${missing} pictures are missing in it.`);
  return missing === 0;
}

/**
 * Copies the originals.
 * @returns the address of each picture in the exported texts, and how many originals are missing
 */
async function exportPictures(
  database: Database,
  folder: string,
  complain: (line: string) => void,
): Promise<{ sourceOf: (imageId: string) => string; missing: number }> {
  const rows = await database.select().from(images).orderBy(asc(images.id));
  const store = mediaStore();
  const names = exportNames(rows);
  let missing = 0;
  for (const { id, sourceName, originalFormat } of rows) {
    const picture = { imageId: id, originalFormat };
    const to = join(folder, 'images', names.get(id) ?? id);
    if (await copyOriginal({ store }, picture, to)) continue;
    missing++;
    complain(
      `The original of the picture ${id} (${sourceName}) is missing: ${to} was not written.`,
    );
  }
  return { sourceOf: (imageId) => `images/${names.get(imageId) ?? imageId}`, missing };
}

async function exportPeople(database: Database, folder: string): Promise<void> {
  const wrote = await database.select().from(authors).orderBy(asc(authors.slug));
  const about = await database.select().from(topics).orderBy(asc(topics.slug));
  const authorsFile = wrote.map(({ slug, names, roles, biographies, links }) => [
    slug,
    { names, roles, biographies, ...(links.length > 0 && { links }) },
  ]);
  const topicsFile = about.map(({ slug, names }) => [slug, { names }]);
  await writeFile(
    join(folder, 'authors.yaml'),
    stringify(Object.fromEntries(authorsFile), { lineWidth: 0 }),
  );
  await writeFile(
    join(folder, 'topics.yaml'),
    stringify(Object.fromEntries(topicsFile), { lineWidth: 0 }),
  );
}

interface ExportedArticle {
  id: number;
  frontMatter: WrittenFrontMatter;
  image: { imageId: string | null; alt: string; caption?: string; credit?: string };
  body: Body;
}

async function readBatch(database: Database, cursor: number): Promise<ExportedArticle[]> {
  const rows = await database
    .select({ article: articles, story: stories.key, category: categories.slug })
    .from(articles)
    .innerJoin(stories, eq(stories.id, articles.storyId))
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(gt(articles.id, cursor))
    .orderBy(asc(articles.id))
    .limit(BATCH);
  const ids = rows.map(({ article }) => article.id);
  if (ids.length === 0) return [];
  const authorSlugs = groupById(
    await database
      .select({ id: articleAuthors.articleId, value: authors.slug })
      .from(articleAuthors)
      .innerJoin(authors, eq(authors.id, articleAuthors.authorId))
      .where(inArray(articleAuthors.articleId, ids))
      .orderBy(asc(articleAuthors.position)),
  );
  const topicSlugs = groupById(
    await database
      .select({ id: articleTopics.articleId, value: topics.slug })
      .from(articleTopics)
      .innerJoin(topics, eq(topics.id, articleTopics.topicId))
      .where(inArray(articleTopics.articleId, ids))
      .orderBy(asc(articleTopics.position)),
  );
  const corrected = groupById(
    (
      await database
        .select()
        .from(corrections)
        .where(inArray(corrections.articleId, ids))
        .orderBy(asc(corrections.at), asc(corrections.id))
    ).map((row) => ({ id: row.articleId, value: { at: row.at.toISOString(), text: row.text } })),
  );
  const viewed = groupById(
    await database
      .select({ id: viewCounts.articleId, value: sql<number>`sum(${viewCounts.views})::integer` })
      .from(viewCounts)
      .where(inArray(viewCounts.articleId, ids))
      .groupBy(viewCounts.articleId),
  );
  return rows.map(({ article, story, category }) => ({
    id: article.id,
    body: article.body,
    image: {
      imageId: article.imageId,
      alt: article.imageAlt ?? '',
      ...(article.imageCaption && { caption: article.imageCaption }),
      ...(article.imageCredit && { credit: article.imageCredit }),
    },
    frontMatter: {
      story,
      locale: article.locale,
      category,
      headline: article.headline,
      ...(article.publishedAt && { publishedAt: article.publishedAt.toISOString() }),
      slug: article.slug,
      ...(article.standfirst && { standfirst: article.standfirst }),
      ...(article.kicker && { kicker: article.kicker }),
      ...nonEmpty('authors', authorSlugs.get(article.id)),
      ...nonEmpty('topics', topicSlugs.get(article.id)),
      ...(article.updatedAt && { updatedAt: article.updatedAt.toISOString() }),
      ...(article.embargoUntil && { embargoUntil: article.embargoUntil.toISOString() }),
      status: article.status,
      ...(viewed.get(article.id)?.[0] && { views: viewed.get(article.id)?.[0] ?? 0 }),
      ...nonEmpty('corrections', corrected.get(article.id)),
      ...((article.seoTitle || article.seoDescription) && {
        seo: {
          ...(article.seoTitle && { title: article.seoTitle }),
          ...(article.seoDescription && { description: article.seoDescription }),
        },
      }),
    },
  }));
}

function groupById<Value>(rows: readonly { id: number; value: Value }[]): Map<number, Value[]> {
  const groups = new Map<number, Value[]>();
  for (const { id, value } of rows) groups.set(id, [...(groups.get(id) ?? []), value]);
  return groups;
}

const nonEmpty = <Key extends string, Value>(key: Key, values: Value[] | undefined) =>
  (values && values.length > 0 ? { [key]: values } : {}) as { [key in Key]?: Value[] };
