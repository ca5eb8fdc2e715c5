import type { User } from '../../accounts/user.ts';
import type { Draft } from '../../content/draft/draft.ts';
import type { Transaction } from '../../db/client.ts';
import { articles } from '../../db/schema/articles.ts';
import { auditLog } from '../../db/schema/newsroom.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { Refusal } from '../../refusal.ts';
import type { Result } from '../../result.ts';
import { applyDraft, insertRevision } from '../revisions.ts';
import { textColumns } from '../text-columns.ts';

/** How often a slug is chosen again after another transaction took it. */
const SLUG_TRIES = 10;

/** Runs a transaction that chooses a free slug, again while another one takes the same slug meanwhile. */
export async function choosingSlug<Value>(
  run: () => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  for (let tried = 1; ; tried++) {
    const result = await run();
    const isTaken = !result.ok && result.refusal.code === 'slug_taken';
    if (!isTaken || tried === SLUG_TRIES) return result;
  }
}

/** Writes the first revision of a new article. */
export async function insertDraft(
  tx: Transaction,
  user: User,
  now: Date,
  {
    story,
    locale,
    slug,
    draft,
    verb,
    translated,
  }: {
    story: { id: number; categoryId: number };
    locale: Locale;
    slug: string;
    draft: Draft;
    verb: 'create' | 'translate';
    translated?: { from: number; version: number };
  },
): Promise<{ id: number; version: number }> {
  const [row] = await tx
    .insert(articles)
    .values({
      storyId: story.id,
      categoryId: story.categoryId,
      locale,
      slug,
      status: 'draft',
      ...textColumns(draft),
      createdBy: user.id,
      createdAt: now,
      changedAt: now,
      ...(translated && { translatedFrom: translated.from, translatedVersion: translated.version }),
    })
    .returning({ id: articles.id });
  if (!row) throw new Error('No article was written.');
  await applyDraft(tx, row.id, draft);
  await insertRevision(tx, {
    articleId: row.id,
    version: 1,
    draft,
    savedBy: String(user.id),
    reason: verb === 'translate' ? 'translated' : 'begun',
    now,
  });
  await tx
    .insert(auditLog)
    .values({ at: now, userId: user.id, articleId: row.id, verb, toVersion: 1 });
  return { id: row.id, version: 1 };
}
