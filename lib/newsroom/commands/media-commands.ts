/** The commands on a picture of the library, by the names that they have in addresses. */
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { mayWithMedia } from '../../accounts/media-permissions.ts';
import type { User } from '../../accounts/user.ts';
import type { MediaVerb } from '../../content/desk/media.ts';
import { pictureTextsSchema } from '../../content/desk/media-schemas.ts';
import type { Transaction } from '../../db/client.ts';
import { appendOutbox } from '../../db/outbox.ts';
import { images, imageUses } from '../../db/schema/images.ts';
import { auditLog } from '../../db/schema/newsroom.ts';
import { cutFocus } from '../../media/ingest.ts';
import { removeAll } from '../../media/store.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { inTransaction } from '../change-article.ts';
import { subjectsOf, usesOf } from '../../desk/list-media.ts';
import { wordsOfPicture } from '../../content/desk/picture-words.ts';
import { Refused, type Refusal } from '../../refusal.ts';
import { replacePicture } from './replace-picture.ts';
import { tagsOfArticle } from '../tags-of-article.ts';
import { lockPicture, mediaSource, type MediaSource } from './upload-picture.ts';

type Row = typeof images.$inferSelect;
interface Work {
  tx: Transaction;
  image: Row;
  user: User;
  from: MediaSource;
}

const describeSchema = z.strictObject({ texts: pictureTextsSchema });
const focusSchema = z.strictObject({
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
});
const replaceSchema = z.strictObject({ by: z.string().regex(/^[0-9a-f]{32}$/) });
const removeSchema = z.strictObject({});

const SCHEMAS = {
  describe: describeSchema,
  focus: focusSchema,
  replace: replaceSchema,
  remove: removeSchema,
} as const satisfies Partial<Record<MediaVerb, z.ZodType>>;
export type MediaCommand = keyof typeof SCHEMAS;
export const MEDIA_COMMANDS = Object.keys(SCHEMAS) as MediaCommand[];

/** Whether a name in an address is a command on a picture. */
export const isMediaCommand = (name: string): name is MediaCommand => Object.hasOwn(SCHEMAS, name);

/**
 * Validates the input of a command and runs it.
 * @param wish - the input as it was received, not validated
 * @returns the result of the command; `invalid` when the input does not match its schema
 */
export async function runMediaCommand(
  name: MediaCommand,
  user: User,
  imageId: string,
  wish: unknown,
  from: MediaSource = mediaSource(),
): Promise<Result<unknown, Refusal>> {
  const parsed = SCHEMAS[name].safeParse(wish);
  if (!parsed.success) return refuse({ code: 'invalid', message: z.prettifyError(parsed.error) });
  const { data } = parsed;
  switch (name) {
    case 'describe':
      return change(user, name, imageId, from, (work) => describe(work, data as never));
    case 'focus':
      return moveFocus(user, imageId, data as never, from);
    case 'replace':
      return change(user, name, imageId, from, (work) => replace(work, data as never));
    case 'remove': {
      const removed = await change(user, name, imageId, from, remove);
      if (removed.ok) for (const id of removed.value) await removeFiles(id, from);
      return removed.ok ? ok(null) : removed;
    }
  }
}

/**
 * One command on one picture: checks the permission, runs `work`, and writes the audit row and, for the pages
 * that it changed, one outbox row.
 */
function change<Value>(
  user: User,
  verb: MediaCommand,
  imageId: string,
  from: MediaSource,
  work: (work: Work) => Promise<{ value: Value; note?: string; tags?: string[] }>,
): Promise<Result<Value, Refusal>> {
  return inTransaction(from, async (tx) => {
    const image = await demandPicture(tx, user, verb, imageId);
    const { value, note = '', tags = [] } = await work({ tx, image, user, from });
    await tx.insert(auditLog).values({
      at: from.clock.now(),
      userId: user.id,
      verb: `picture-${verb}`,
      note: `${imageId} ${note}`.trim(),
    });
    if (tags.length > 0) await appendOutbox(tx, { event: `picture-${verb}`, tags });
    return value;
  });
}

/** The row of a picture, locked; refuses a user who may not use the verb on it. */
async function demandPicture(
  tx: Transaction,
  user: User,
  verb: MediaCommand,
  imageId: string,
): Promise<Row> {
  const [image] = await tx.select().from(images).where(eq(images.id, imageId)).for('update');
  if (!image) throw new Refused('missing', 'No such picture.');
  const subject = (await subjectsOf(tx, [image])).get(imageId);
  if (!subject || !mayWithMedia(user, verb, subject))
    throw new Refused('forbidden', `Your role does not reach to “${verb}” of this picture.`);
  return image;
}

async function describe({ tx, image }: Work, { texts }: z.output<typeof describeSchema>) {
  const all = { ...image.texts, ...texts };
  for (const [locale, { alt, caption, credit }] of Object.entries(all))
    if (!(alt || caption || credit)) delete all[locale as keyof typeof all];
  const words = wordsOfPicture(image.sourceName, all);
  await tx.update(images).set({ texts: all, words }).where(eq(images.id, image.id));
  return { value: null, note: Object.keys(texts).join(' ') };
}

/** Cuts the crops again before the new focus is stored: no page ever names a file that does not exist yet. */
async function moveFocus(
  user: User,
  imageId: string,
  focal: z.output<typeof focusSchema>,
  from: MediaSource,
): Promise<Result<unknown, Refusal>> {
  const allowed = await inTransaction(from, (tx) => demandPicture(tx, user, 'focus', imageId));
  if (!allowed.ok) return allowed;
  const rounded = { x: Math.round(focal.x * 100) / 100, y: Math.round(focal.y * 100) / 100 };
  const cut = await cutFocus({ imageId, ...allowed.value }, rounded, from.places);
  if (!cut.ok) {
    const { code, reason } = cut.refusal;
    return refuse({ code: 'not_taken', message: `It could not be cut: ${reason}.`, why: code });
  }
  return change(user, 'focus', imageId, from, async ({ tx }) => {
    await tx
      .update(images)
      .set({ focalX: rounded.x, focalY: rounded.y })
      .where(eq(images.id, imageId));
    return { value: rounded, note: `${rounded.x} ${rounded.y}`, tags: await tagsOf(tx, imageId) };
  });
}

/** Replaces the picture by another one of the library. */
async function replace({ tx, image, user, from }: Work, { by }: z.output<typeof replaceSchema>) {
  const now = from.clock.now();
  // The same pages show the picture before and after.
  const tags = await tagsOf(tx, image.id);
  const ids = await replacePicture({ tx, user, now, image, by });
  return { value: { articles: ids.length }, note: `→ ${by}`, tags };
}

/** Removes a picture that no article shows from the library, with the pictures that it had replaced. */
async function remove({ tx, image }: Work) {
  const uses = await usesOf(tx, image.id);
  if (uses.length > 0) {
    const places = uses.slice(0, 5).map(({ headline }) => `“${headline}”`);
    throw new Refused('in_use', `The picture is shown in ${places.join(', ')}.`);
  }
  const former = await tx
    .delete(images)
    .where(eq(images.replacedBy, image.id))
    .returning({ id: images.id });
  await tx.delete(images).where(eq(images.id, image.id));
  return { value: [image.id, ...former.map(({ id }) => id)], note: image.sourceName };
}

/** Removes the files of a picture, unless it was uploaded again meanwhile. */
async function removeFiles(imageId: string, { database, places }: MediaSource): Promise<void> {
  await database.transaction(async (tx) => {
    await lockPicture(tx, imageId);
    const [back] = await tx.select({ id: images.id }).from(images).where(eq(images.id, imageId));
    if (back) return;
    // This file marks the picture as complete. It is removed first: an incomplete picture does not count as
    // one.
    await places.store.remove(`${imageId}/picture.json`);
    await removeAll(places.store, `${imageId}/`);
  });
}

/** The tags of every page that shows a picture. */
async function tagsOf(tx: Transaction, imageId: string): Promise<string[]> {
  const rows = await tx
    .select({ articleId: imageUses.articleId })
    .from(imageUses)
    .where(eq(imageUses.imageId, imageId));
  const tags = new Set<string>();
  for (const { articleId } of rows)
    for (const tag of await tagsOfArticle(tx, articleId)) tags.add(tag);
  return [...tags];
}
