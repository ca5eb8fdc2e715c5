import { eq } from 'drizzle-orm';
import { mayWithPicture, type PicturePermission } from '../../accounts/media-permissions.ts';
import type { User } from '../../accounts/user.ts';
import type { Transaction } from '../../db/client.ts';
import { appendOutbox } from '../../db/outbox.ts';
import { images, imageUses } from '../../db/schema/images.ts';
import { auditLog } from '../../db/schema/newsroom.ts';
import { subjectsOf } from '../../desk/list-media.ts';
import { Refused, type Refusal } from '../../refusal.ts';
import type { Result } from '../../result.ts';
import { inTransaction } from '../change-article.ts';
import type { MediaStore } from './media-store.ts';
import { tagsOfArticle } from '../tags-of-article.ts';

type Row = typeof images.$inferSelect;

/** What a command on a picture works with. */
export interface PictureWork {
  tx: Transaction;
  image: Row;
  user: User;
  now: Date;
}

/** The result of a command on a picture: its value, and the data for the audit log and the outbox. */
export interface PictureDeed<Value> {
  value: Value;
  note?: string;
  /** Cache tags of the pages that it changed. */
  tags?: string[];
}

/**
 * One command on one picture: checks the permission, runs `work`, and writes the audit row and, for the pages
 * that it changed, one outbox row.
 * @param rule.log - the verb under which the audit log and the outbox name the command
 */
export function changePicture<Value>(
  user: User,
  { permission, log }: { permission: PicturePermission; log: string },
  imageId: string,
  from: MediaStore,
  work: (work: PictureWork) => Promise<PictureDeed<Value>>,
): Promise<Result<Value, Refusal>> {
  return inTransaction(from, async (tx) => {
    const image = await demandPicture(tx, user, permission, imageId);
    const now = from.clock.now();
    const { value, note = '', tags = [] } = await work({ tx, image, user, now });
    await tx.insert(auditLog).values({
      at: from.clock.now(),
      userId: user.id,
      verb: log,
      note: `${imageId} ${note}`.trim(),
    });
    if (tags.length > 0) await appendOutbox(tx, { event: log, tags });
    return value;
  });
}

/**
 * The row of a picture, locked.
 * @throws Refused `missing`, or `forbidden` for a user whose permission does not reach to it
 */
export async function demandPicture(
  tx: Transaction,
  user: User,
  permission: PicturePermission,
  imageId: string,
): Promise<Row> {
  const [image] = await tx.select().from(images).where(eq(images.id, imageId)).for('update');
  if (!image) throw new Refused('missing', 'No such picture.');
  const subject = (await subjectsOf(tx, [image])).get(imageId);
  if (!subject || !mayWithPicture(user, permission, subject))
    throw new Refused('forbidden', 'Your role does not allow this on this picture.');
  return image;
}

/** The tags of every page that shows a picture. */
export async function tagsOfPicture(tx: Transaction, imageId: string): Promise<string[]> {
  const rows = await tx
    .select({ articleId: imageUses.articleId })
    .from(imageUses)
    .where(eq(imageUses.imageId, imageId));
  const tags = new Set<string>();
  for (const { articleId } of rows)
    for (const tag of await tagsOfArticle(tx, articleId)) tags.add(tag);
  return [...tags];
}
