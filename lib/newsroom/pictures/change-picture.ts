import { eq } from 'drizzle-orm';
import { mayWithPicture, type PicturePermission } from '../../accounts/media-permissions.ts';
import type { User } from '../../accounts/user.ts';
import type { Transaction } from '../../db/client.ts';
import { images, imageUses } from '../../db/schema/images.ts';
import { auditLog } from '../../db/schema/newsroom.ts';
import { subjectsOf } from '../../desk/list-media.ts';
import type { Appearance } from '../../events/appearance.ts';
import { append } from '../../events/append.ts';
import type { PortalEvent } from '../../events/events.ts';
import { Refused, type Refusal } from '../../refusal.ts';
import type { Result } from '../../result.ts';
import { inTransaction } from '../change-article.ts';
import type { MediaStore } from './media-store.ts';
import { readAppearances } from '../read-appearances.ts';

type Row = typeof images.$inferSelect;

/** What a command on a picture works with. */
export interface PictureWork {
  tx: Transaction;
  image: Row;
  user: User;
  now: Date;
}

/** The result of a command on a picture: its value, and the data for the audit log and the event. */
export interface PictureDeed<Value> {
  value: Value;
  note?: string;
  /** Where readers find the articles that show it; none are needed when the articles do not change. */
  appearances?: Appearance[];
}

/** Who may run a command on a picture, and how it is logged. */
export interface PictureRule {
  permission: PicturePermission;
  log: string;
  event?: Extract<PortalEvent['type'], `picture.${string}`>;
}

/**
 * One command on one picture: checks the permission, runs `work`, and writes the audit row and, when
 * articles show the picture, its event.
 * @param rule.log - the verb under which the audit log names the command
 * @param rule.event - none, when articles do not change
 */
export function changePicture<Value>(
  user: User,
  { permission, log, event }: PictureRule,
  imageId: string,
  from: MediaStore,
  work: (work: PictureWork) => Promise<PictureDeed<Value>>,
): Promise<Result<Value, Refusal>> {
  return inTransaction(from, async (tx) => {
    const image = await demandPicture(tx, user, permission, imageId);
    const now = from.clock.now();
    const { value, note = '', appearances = [] } = await work({ tx, image, user, now });
    await tx.insert(auditLog).values({
      at: from.clock.now(),
      userId: user.id,
      verb: log,
      note: `${imageId} ${note}`.trim(),
    });
    if (event && appearances.length > 0) await append(tx, { type: event, appearances });
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

/** Where readers find the articles that show a picture. */
export async function appearancesWith(tx: Transaction, imageId: string): Promise<Appearance[]> {
  const rows = await tx
    .select({ articleId: imageUses.articleId })
    .from(imageUses)
    .where(eq(imageUses.imageId, imageId));
  return readAppearances(
    tx,
    rows.map(({ articleId }) => articleId),
  );
}
