import { readRevision } from '../../desk/read-revision.ts';
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { seesDrafts } from '../../accounts/permissions.ts';
import { store, type Store } from '../../accounts/store.ts';
import { hashToken, newToken } from '../../accounts/tokens.ts';
import { userColumns, type User } from '../../accounts/user.ts';
import { previewLinks, users } from '../../db/schema/newsroom.ts';
import { changeArticle } from '../change-article.ts';
import { subjectOf } from '../../desk/read-article.ts';
import { Refused } from '../../refusal.ts';

import { cutCopy } from '../working-copy.ts';

const DAY = 86_400_000;

/**
 * Makes a link with which a person without an account can read one article.
 * @param wish.version - one revision; null: always the newest
 * @param wish.days - days after which the link expires
 * @returns the token: only its hash is stored, so that it cannot be shown again
 */
export function createPreviewLink(
  user: User,
  articleId: number,
  { version, days }: { version: number | null; days: number },
  from: Store = store(),
) {
  return changeArticle(
    user,
    'preview',
    articleId,
    async (work) => {
      const { tx, now } = work;
      const toVersion = await cutCopy(work, 'previewed');
      if (version !== null && !(await readRevision(tx, articleId, version))) {
        throw new Refused('invalid', `There is no revision ${version}.`);
      }
      const token = newToken();
      await tx.insert(previewLinks).values({
        articleId,
        version,
        tokenHash: hashToken(token),
        createdBy: user.id,
        createdAt: now,
        expiresAt: new Date(now.getTime() + days * DAY),
      });
      return { value: { token }, toVersion, note: version === null ? 'newest' : String(version) };
    },
    from,
  );
}

/** Revokes a link at once. */
export function revokePreviewLink(
  user: User,
  articleId: number,
  { linkId }: { linkId: number },
  from: Store = store(),
) {
  return changeArticle(
    user,
    'preview',
    articleId,
    async ({ tx, now }) => {
      await tx
        .update(previewLinks)
        .set({ revokedAt: now })
        .where(and(eq(previewLinks.id, linkId), eq(previewLinks.articleId, articleId)));
      return { value: null, note: `revoked ${linkId}` };
    },
    from,
  );
}

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
