import { eq, inArray } from 'drizzle-orm';
import type { Draft, RevisionReason } from '../content/draft/draft.ts';
import type { Transaction } from '../db/client.ts';
import { articleAuthors, articles, articleTopics, revisions } from '../db/schema/articles.ts';
import { images } from '../db/schema/images.ts';
import { authors, topics } from '../db/schema/people.ts';
import { imagesOfDraft, noteImageUses } from './image-uses.ts';

import { forgetDraftWords, indexDraftWords } from './search/index-desk.ts';
import { indexSearch } from './search/index-search.ts';
import { Refused } from '../refusal.ts';
import { textColumns } from './text-columns.ts';

/** Writes one immutable revision. */
export async function insertRevision(
  tx: Transaction,
  {
    articleId,
    version,
    draft,
    savedBy,
    alsoBy = null,
    reason,
    now,
  }: {
    articleId: number;
    version: number;
    draft: Draft;
    savedBy: string;
    alsoBy?: string | null;
    reason: RevisionReason;
    now: Date;
  },
): Promise<void> {
  const { headline, standfirst, kicker, body, ...details } = draft;
  await tx.insert(revisions).values({
    articleId,
    version,
    headline,
    standfirst,
    kicker,
    body,
    details,
    savedBy,
    alsoBy,
    reason,
    createdAt: now,
  });
  await noteImageUses(tx, [{ articleId, draft }]);
  await indexDraftWords(tx, articleId, draft);
}

/**
 * Copies a revision to the article's row and to its authors and topics.
 * @throws Refused `invalid` for an author or a topic that does not exist
 */
export async function applyDraft(tx: Transaction, articleId: number, draft: Draft): Promise<void> {
  await tx
    .update(articles)
    .set({
      ...textColumns(draft),
      embargoUntil: draft.embargoUntil ? new Date(draft.embargoUntil) : null,
    })
    .where(eq(articles.id, articleId));
  await tx.delete(articleAuthors).where(eq(articleAuthors.articleId, articleId));
  await tx.delete(articleTopics).where(eq(articleTopics.articleId, articleId));
  const wrote = await knownIds(tx, authors, draft.authors);
  const about = await knownIds(tx, topics, draft.topics);
  if (wrote.length > 0) {
    await tx
      .insert(articleAuthors)
      .values(wrote.map((authorId, position) => ({ articleId, authorId, position })));
  }
  if (about.length > 0) {
    await tx
      .insert(articleTopics)
      .values(about.map((topicId, position) => ({ articleId, topicId, position })));
  }
}

/**
 * Indexes an article's row, which contains its newest revision, for the readers' search: of published
 * articles only.
 */
export async function indexArticle(tx: Transaction, articleId: number): Promise<void> {
  const [row] = await tx.select().from(articles).where(eq(articles.id, articleId));
  if (!row) return;
  await indexSearch(tx, [{ ...row, articleId }]);
  await forgetDraftWords(tx, articleId);
}

/**
 * Refuses a draft that names an author, a topic or a picture that does not exist; the existing pictures
 * cannot be removed until the transaction ends.
 * @throws Refused `invalid`
 */
export async function demandKnown(tx: Transaction, draft: Draft): Promise<void> {
  await knownIds(tx, authors, draft.authors);
  await knownIds(tx, topics, draft.topics);
  const named = imagesOfDraft(draft);
  if (named.length === 0) return;
  const rows = await tx
    .select({ id: images.id })
    .from(images)
    .where(inArray(images.id, named))
    .for('key share');
  if (rows.length < named.length) throw new Refused('invalid', 'A picture is not in the library.');
}

/** Ids in the order of the slugs. */
async function knownIds(
  tx: Transaction,
  table: typeof authors | typeof topics,
  slugs: readonly string[],
): Promise<number[]> {
  if (slugs.length === 0) return [];
  const rows = await tx
    .select({ id: table.id, slug: table.slug })
    .from(table)
    .where(inArray(table.slug, [...slugs]));
  const ids = new Map(rows.map((row) => [row.slug, row.id]));
  return slugs.map((slug) => {
    const id = ids.get(slug);
    if (id === undefined) throw new Refused('invalid', `There is no “${slug}”.`);
    return id;
  });
}
