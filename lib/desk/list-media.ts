/** Reads of the media library for the newsroom. */
import { and, count, desc, eq, ilike, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { pictureCommandsFor, type MediaSubject } from '../accounts/media-permissions.ts';
import { store, type Store } from '../db/store.ts';
import type { User } from '../accounts/user.ts';
import {
  type LibraryPicture,
  type MediaPage,
  type MediaQuery,
  type PictureUse,
} from '../content/desk/media.ts';
import { focusOf } from '../content/body/picture.ts';
import type { Database, Transaction } from '../db/client.ts';
import { articles, revisions } from '../db/schema/articles.ts';
import { categories } from '../db/schema/categories.ts';
import { images, imageUses } from '../db/schema/images.ts';
import { users, workingCopies } from '../db/schema/newsroom.ts';
import { readableBy } from './reach.ts';
import { foldLetters } from '../content/desk/picture-words.ts';

const PAGE = 40;

type Row = typeof images.$inferSelect & { uploader: string | null };

/** One page of the library, newest first. */
export async function listMedia(
  user: User,
  query: MediaQuery,
  { database }: Store = store(),
): Promise<MediaPage> {
  const rows = await database
    .select({ image: images, uploader: users.name })
    .from(images)
    .leftJoin(users, eq(users.id, images.uploadedBy))
    .where(and(isNull(images.replacedBy), ...conditions(user, query)))
    .orderBy(desc(images.createdAt), desc(images.id))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE).map(({ image, uploader }) => ({ ...image, uploader }));
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return {
    pictures: await picturesFor(database, user, shown),
    next: last ? `${microseconds(last.createdAt)}.${last.id}` : null,
  };
}

const microseconds = (date: Date) => date.getTime() * 1000;

function conditions(user: User, query: MediaQuery): (SQL | undefined)[] {
  const like = (word: string) => `%${foldLetters(word).replace(/[\\%_]/g, '\\$&')}%`;
  const wordsOf = (text: string) => text.trim().split(/\s+/).filter(Boolean).slice(0, 8);
  const isUsed = sql`exists (select 1 from image_uses u where u.image_id = ${images.id})`;
  const [time, id] = query.after?.split('.') ?? [];
  return [
    ...wordsOf(query.q).map((word) => ilike(images.words, like(word))),
    // The words include every credit; matches in another field are excluded by checking the texts themselves.
    ...wordsOf(query.credit).map(
      (word) => sql`exists (select 1 from jsonb_each(${images.texts}) t
        where t.value->>'credit' ilike ${`%${word.replace(/[\\%_]/g, '\\$&')}%`})`,
    ),
    query.use === 'used' ? isUsed : query.use === 'unused' ? sql`not ${isUsed}` : undefined,
    query.mine === '1' ? eq(images.uploadedBy, user.id) : undefined,
    time === undefined
      ? undefined
      : sql`(date_trunc('milliseconds', ${images.createdAt}), ${images.id}) <
          (${new Date(Number(time) / 1000).toISOString()}::timestamptz, ${id})`,
  ];
}

/**
 * One picture with the articles that show it.
 * @returns `hidden`: the number of articles that the user may not read; null when there is no such picture
 */
export async function readPicture(
  user: User,
  imageId: string,
  { database }: Store = store(),
): Promise<{ picture: LibraryPicture; uses: PictureUse[]; hidden: number } | null> {
  const [row] = await database
    .select({ image: images, uploader: users.name })
    .from(images)
    .leftJoin(users, eq(users.id, images.uploadedBy))
    .where(eq(images.id, imageId));
  if (!row) return null;
  const [picture] = await picturesFor(database, user, [{ ...row.image, uploader: row.uploader }]);
  if (!picture) return null;
  const uses = await usesOf(database, imageId, readableBy(user));
  return { picture, uses, hidden: picture.uses - uses.length };
}

/** The articles that show a picture, the published ones first. */
export async function usesOf(
  database: Database | Transaction,
  imageId: string,
  where?: SQL,
): Promise<PictureUse[]> {
  const rows = await database
    .select({
      articleId: articles.id,
      locale: articles.locale,
      headline: articles.headline,
      status: articles.status,
      inRow: sql<boolean>`coalesce(${articles.imageId} = ${imageId}, false)
        or position(${imageId} in ${articles.body}::text) > 0`,
      inNewest: sql<boolean>`position(${imageId} in ${revisions.body}::text) > 0
        or position(${imageId} in coalesce(${revisions.details}::text, '')) > 0`,
      inUnkept: sql<boolean>`coalesce(position(${imageId} in ${workingCopies.draft}::text) > 0, false)`,
    })
    .from(imageUses)
    .innerJoin(articles, eq(articles.id, imageUses.articleId))
    .innerJoin(
      revisions,
      and(eq(revisions.articleId, articles.id), eq(revisions.version, articles.version)),
    )
    .leftJoin(
      workingCopies,
      and(eq(workingCopies.articleId, articles.id), eq(workingCopies.isDirty, true)),
    )
    .where(and(eq(imageUses.imageId, imageId), where))
    .orderBy(sql`${articles.status} = 'published' desc`, desc(articles.changedAt))
    .limit(200);
  return rows.map(({ inRow, inNewest, inUnkept, ...row }): PictureUse => {
    if (inRow && row.status === 'published') return { ...row, where: 'published' };
    if (inNewest || inRow) return { ...row, where: 'newest' };
    return { ...row, where: inUnkept ? 'unkept' : 'earlier' };
  });
}

/** Rows of the library as its screens show them to a user. */
export async function picturesFor(
  database: Database | Transaction,
  user: User,
  rows: readonly Row[],
): Promise<LibraryPicture[]> {
  const subjects = await subjectsOf(database, rows);
  return rows.map((row) => {
    const focus = focusOf(row.focalX, row.focalY);
    const subject = subjects.get(row.id) ?? { uploadedBy: row.uploadedBy, uses: [], total: 0 };
    return {
      imageId: row.id,
      width: row.width,
      height: row.height,
      colour: row.colour,
      widths: row.widths,
      ...(focus !== undefined && { focus }),
      focal: { x: row.focalX, y: row.focalY },
      name: row.sourceName,
      texts: row.texts,
      suggested: row.suggested,
      uploadedBy: row.uploader,
      createdAt: row.createdAt.toISOString(),
      uses: subject.total,
      verbs: pictureCommandsFor(user, subject),
    };
  });
}

/** The facts that the permissions on each picture depend on, by the picture's id. */
export async function subjectsOf(
  database: Database | Transaction,
  rows: readonly Pick<Row, 'id' | 'uploadedBy'>[],
): Promise<Map<string, MediaSubject & { total: number }>> {
  if (rows.length === 0) return new Map();
  const kinds = await database
    .select({
      imageId: imageUses.imageId,
      locale: articles.locale,
      category: categories.slug,
      status: articles.status,
      total: count(),
    })
    .from(imageUses)
    .innerJoin(articles, eq(articles.id, imageUses.articleId))
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(
      inArray(
        imageUses.imageId,
        rows.map(({ id }) => id),
      ),
    )
    .groupBy(imageUses.imageId, articles.locale, categories.slug, articles.status);
  return new Map(
    rows.map(({ id, uploadedBy }) => {
      const uses = kinds.filter(({ imageId }) => imageId === id);
      return [id, { uploadedBy, uses, total: uses.reduce((sum, { total }) => sum + total, 0) }];
    }),
  );
}
