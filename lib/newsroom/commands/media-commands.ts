/** The commands on a picture of the library by the names they have in addresses. */
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

/** Whether an address names a command. */
export const isMediaCommand = (name: string): name is MediaCommand => Object.hasOwn(SCHEMAS, name);

/**
 * Checks what a command is told and carries it out.
 * @param wish - as it came in
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

/** One command on one picture: authorises, changes, audits, and tells the outbox which pages it touched. */
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

/** The row of a picture, locked; refuses who may not. */
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

/** Cuts the crops anew before anybody is told of them: no page ever names a file that is not there yet. */
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

/** Puts another picture of the library into its place. */
async function replace({ tx, image, user, from }: Work, { by }: z.output<typeof replaceSchema>) {
  const now = from.clock.now();
  // Readers' pages before and after are the same ones.
  const tags = await tagsOf(tx, image.id);
  const ids = await replacePicture({ tx, user, now, image, by });
  return { value: { articles: ids.length }, note: `→ ${by}`, tags };
}

/** Takes a picture that nothing shows out of the library, with those that it had replaced. */
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
    // What says that the picture is whole goes first: half of it is none.
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
