/** Replaces a picture by another one of the library, in the newest texts of all articles that show it. */
import { eq, inArray, sql } from 'drizzle-orm';
import type { User } from '../../accounts/user.ts';
import type { Transaction } from '../../db/client.ts';
import { articles, revisions } from '../../db/schema/articles.ts';
import { images, imageUses } from '../../db/schema/images.ts';
import { workingCopies } from '../../db/schema/newsroom.ts';
import { noteShown } from '../image-uses.ts';
import { wordsOfPicture } from '../../content/desk/picture-words.ts';
import { Refused } from '../../refusal.ts';

type Image = typeof images.$inferSelect;
type Shown = Pick<typeof articles.$inferSelect, 'id' | 'status' | 'version' | 'publishedVersion'>;

interface Replacement {
  tx: Transaction;
  user: User;
  now: Date;
  image: Image;
  /** The id of the replacing picture. */
  by: string;
}

/**
 * A revision never changes: each article whose newest or published text shows the picture gets a new
 * revision, and its earlier revisions keep the old picture. An open page can continue to save: the working
 * copy's sequence stays, and a draft that still names the old picture is saved with the new one.
 * @returns the ids of the articles whose revisions named it
 */
export async function replacePicture({ tx, user, now, image, by }: Replacement): Promise<number[]> {
  if (by === image.id) throw new Refused('invalid', 'A picture cannot replace itself.');
  const [other] = await tx.select().from(images).where(eq(images.id, by)).for('share');
  if (!other || other.replacedBy !== null)
    throw new Refused('invalid', 'The other picture is not in the library.');
  const shown = await tx
    .select({
      id: articles.id,
      status: articles.status,
      version: articles.version,
      publishedVersion: articles.publishedVersion,
    })
    .from(articles)
    .where(
      inArray(
        articles.id,
        tx
          .select({ id: imageUses.articleId })
          .from(imageUses)
          .where(eq(imageUses.imageId, image.id)),
      ),
    )
    .orderBy(articles.id)
    .for('update');
  for (const article of shown) await replaceIn({ tx, user, now, image, by }, article);
  const ids = shown.map(({ id }) => id);
  if (ids.length > 0)
    await tx
      .insert(imageUses)
      .values(ids.map((articleId) => ({ articleId, imageId: by })))
      .onConflictDoNothing();
  await tx.update(images).set({ replacedBy: by }).where(eq(images.replacedBy, image.id));
  await tx.update(images).set({ replacedBy: by }).where(eq(images.id, image.id));
  const texts = { ...image.texts, ...other.texts };
  const words = wordsOfPicture(other.sourceName, texts);
  await tx.update(images).set({ texts, words }).where(eq(images.id, by));
  return ids;
}

/** Writes the revisions of one article that show the replacing picture. */
async function replaceIn(replacement: Replacement, article: Shown): Promise<void> {
  const { tx, image, by } = replacement;
  const { id, status, version, publishedVersion } = article;
  // The published text stays separate from the text that was saved after it: each becomes a revision, in
  // order.
  const isBehind =
    status === 'published' && publishedVersion !== null && publishedVersion < version;
  const texts = [...(isBehind ? [publishedVersion] : []), version];
  const named = await tx
    .select({ version: revisions.version })
    .from(revisions)
    .where(
      sql`${revisions.articleId} = ${id} and ${inArray(revisions.version, texts)}
        and position(${image.id} in ${revisions.body}::text || coalesce(${revisions.details}::text, ${articles.imageId}, '')) > 0`,
    )
    .innerJoin(articles, eq(articles.id, revisions.articleId));
  if (named.length === 0) return;
  for (const [index, of] of texts.entries())
    await copyRevision(replacement, id, of, version + 1 + index);
  await tx
    .update(articles)
    .set({
      version: version + texts.length,
      ...(status === 'published' && { publishedVersion: version + 1 }),
      changedAt: replacement.now,
      body: renamed(articles.body, image.id, by),
      imageId: sql`case when ${articles.imageId} = ${image.id} then ${by} else ${articles.imageId} end`,
    })
    .where(eq(articles.id, id));
  if (status === 'published') await noteShown(tx, [by]);
  await keepSequence(replacement, id, version + texts.length);
}

/** An id has 32 random hexadecimal digits: in a text it can only mean the picture. */
const renamed = (
  column: typeof articles.body | typeof revisions.body | typeof revisions.details,
  id: string,
  by: string,
) => sql`replace(${column}::text, ${id}, ${by})::jsonb`;

async function copyRevision(
  { tx, user, now, image, by }: Replacement,
  articleId: number,
  of: number,
  version: number,
): Promise<void> {
  await tx.execute(sql`insert into revisions
      (article_id, version, headline, standfirst, kicker, body, details, saved_by, reason, created_at)
    select article_id, ${version}, headline, standfirst, kicker,
      ${renamed(revisions.body, image.id, by)}, ${renamed(revisions.details, image.id, by)},
      ${String(user.id)}, 'picture', ${now.toISOString()}::timestamptz
    from revisions where article_id = ${articleId} and version = ${of}`);
}

/** Lets a page that began from the earlier text continue: nothing that a user wrote has changed. */
async function keepSequence(
  { tx, user, now, image, by }: Replacement,
  articleId: number,
  version: number,
): Promise<void> {
  const changed = await tx
    .update(workingCopies)
    .set({ draft: sql`replace(${workingCopies.draft}::text, ${image.id}, ${by})::jsonb` })
    .where(eq(workingCopies.articleId, articleId))
    .returning({ articleId: workingCopies.articleId });
  if (changed.length > 0) return;
  await tx.execute(sql`insert into working_copies
      (article_id, sequence, draft, is_dirty, saved_by, saved_at, writer, edit)
    select article_id, 0, jsonb_build_object('headline', headline, 'standfirst', standfirst,
        'kicker', kicker, 'body', body) || details,
      false, ${user.id}, ${now.toISOString()}::timestamptz, '', 0
    from revisions where article_id = ${articleId} and version = ${version} and details is not null`);
}
