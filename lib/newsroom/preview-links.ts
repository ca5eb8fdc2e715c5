import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { seesDrafts } from '../accounts/permissions.ts';
import { store, type Store } from '../db/store.ts';
import { hashToken } from '../accounts/tokens.ts';
import { userColumns } from '../accounts/user.ts';
import { previewLinks, users } from '../db/schema/newsroom.ts';
import { subjectOf } from '../desk/read-article.ts';

/**
 * The article and revision that a link opens; the time is stored with the link.
 * @returns null for a token that is wrong, expired or revoked, or whose creator may no longer see the drafts
 *   of the article: the four cases are not distinguished
 */
export async function openPreview(token: string, { database, clock }: Store = store()) {
  const [link] = await database
    .select({
      id: previewLinks.id,
      articleId: previewLinks.articleId,
      version: previewLinks.version,
      maker: userColumns,
    })
    .from(previewLinks)
    .innerJoin(users, eq(users.id, previewLinks.createdBy))
    .where(
      and(
        eq(previewLinks.tokenHash, hashToken(token)),
        isNull(previewLinks.revokedAt),
        gt(previewLinks.expiresAt, clock.now()),
        eq(users.isDisabled, false),
      ),
    );
  if (!link) return null;
  const { id, articleId, version, maker } = link;
  const subject = await subjectOf(database, articleId);
  if (!subject || !seesDrafts(maker, subject)) return null;
  await database
    .update(previewLinks)
    .set({ lastOpenedAt: clock.now() })
    .where(eq(previewLinks.id, id));
  return { articleId, version };
}

/** An article's links, the newest first. Their tokens are stored nowhere. */
export async function listPreviewLinks(articleId: number, { database }: Store = store()) {
  return database
    .select({
      id: previewLinks.id,
      version: previewLinks.version,
      createdAt: previewLinks.createdAt,
      expiresAt: previewLinks.expiresAt,
      revokedAt: previewLinks.revokedAt,
      lastOpenedAt: previewLinks.lastOpenedAt,
    })
    .from(previewLinks)
    .where(eq(previewLinks.articleId, articleId))
    .orderBy(desc(previewLinks.id));
}
