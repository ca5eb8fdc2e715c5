/** Commands on a locale's front: the articles pinned to its top, and its breaking-news line. */
import { and, eq, inArray, ne } from 'drizzle-orm';
import { z } from 'zod';
import { mayCurate } from '../../accounts/permissions.ts';
import { store, type Store } from '../../accounts/store.ts';
import type { User } from '../../accounts/user.ts';
import { FRONT_POSITIONS, LONGEST_BREAKING } from '../../content/desk/front.ts';
import type { Transaction } from '../../db/client.ts';
import { appendOutbox } from '../../db/outbox.ts';
import { articles } from '../../db/schema/articles.ts';
import { frontPins, fronts } from '../../db/schema/fronts.ts';
import { auditLog } from '../../db/schema/newsroom.ts';
import type { Locale } from '../../i18n/locales.ts';
import { breakingTag, curationTag } from '../../cache-tags.ts';
import type { Result } from '../../result.ts';
import { inTransaction } from '../change-article.ts';
import { Refused, type Refusal } from '../../refusal.ts';

/** The longest time for which a pin or a breaking-news line may be set, in milliseconds. */
const LONGEST = 31 * 86_400_000;

const version = z.number().int().min(0);
const articleId = z.number().int().min(1);
const moment = z.iso.datetime({ offset: true }).transform((value) => new Date(value));

export const pinsSchema = z.strictObject({
  version,
  pins: z
    .array(
      z.strictObject({
        position: z
          .number()
          .int()
          .min(0)
          .max(FRONT_POSITIONS - 1),
        articleId,
        until: moment,
      }),
    )
    .max(FRONT_POSITIONS)
    .refine(
      (pins) =>
        new Set(pins.map((pin) => pin.position)).size === pins.length &&
        new Set(pins.map((pin) => pin.articleId)).size === pins.length,
      'Each place is given once, and each article once.',
    ),
});
export const breakingSchema = z.strictObject({
  version,
  text: z.string().trim().min(1).max(LONGEST_BREAKING),
  articleId: articleId.nullable(),
  until: moment,
});
export const endBreakingSchema = z.strictObject({ version });

/**
 * Pins articles to positions at the top of a front; a position without a pin is filled by the automatic rule.
 */
export function setPins(
  user: User,
  locale: Locale,
  { version, pins }: z.output<typeof pinsSchema>,
  from: Store = store(),
): Promise<Result<{ version: number }, Refusal>> {
  return changeFront(user, locale, version, from, async (tx, now) => {
    for (const { until } of pins) demandEnd(until, now);
    await demandTold(
      tx,
      locale,
      pins.map((pin) => pin.articleId),
    );
    await tx.delete(frontPins).where(eq(frontPins.locale, locale));
    if (pins.length > 0) await tx.insert(frontPins).values(pins.map((pin) => ({ locale, ...pin })));
    const note = pins
      .map((pin) => `${pin.position + 1}: ${pin.articleId} (${pin.until.toISOString()})`)
      .join(', ');
    return { verb: 'curate', note: `${locale} ${note}`, tags: [curationTag(locale)] };
  });
}

/** Shows a breaking-news line on a locale's pages until its end. */
export function setBreaking(
  user: User,
  locale: Locale,
  wish: z.output<typeof breakingSchema>,
  from: Store = store(),
): Promise<Result<{ version: number }, Refusal>> {
  return changeFront(user, locale, wish.version, from, async (tx, now) => {
    const { text, articleId, until } = wish;
    demandEnd(until, now);
    if (articleId !== null) await demandTold(tx, locale, [articleId]);
    await tx
      .update(fronts)
      .set({ breakingText: text, breakingArticleId: articleId, breakingUntil: until })
      .where(eq(fronts.locale, locale));
    const note = `${locale} ${text} (${until.toISOString()})`;
    return { verb: 'break', note, articleId, tags: [breakingTag(locale)] };
  });
}

/** Removes the breaking-news line at once. */
export function endBreaking(
  user: User,
  locale: Locale,
  { version }: z.output<typeof endBreakingSchema>,
  from: Store = store(),
): Promise<Result<{ version: number }, Refusal>> {
  return changeFront(user, locale, version, from, async (tx) => {
    await tx
      .update(fronts)
      .set({ breakingText: null, breakingArticleId: null, breakingUntil: null })
      .where(eq(fronts.locale, locale));
    return { verb: 'end-breaking', note: locale, tags: [breakingTag(locale)] };
  });
}

interface FrontDeed {
  verb: string;
  note: string;
  articleId?: number | null;
  tags: string[];
}

/**
 * One command on one front: checks the permission, runs `work`, increments the version, writes the audit and
 * outbox rows.
 */
function changeFront(
  user: User,
  locale: Locale,
  version: number,
  from: Store,
  work: (tx: Transaction, now: Date) => Promise<FrontDeed>,
): Promise<Result<{ version: number }, Refusal>> {
  return inTransaction(from, async (tx) => {
    if (!mayCurate(user)) throw new Refused('forbidden', 'Your role does not reach to the front.');
    const now = from.clock.now();
    await tx.insert(fronts).values({ locale }).onConflictDoNothing();
    const [front] = await tx.select().from(fronts).where(eq(fronts.locale, locale)).for('update');
    if (front?.version !== version) {
      throw new Refused('stale', 'Somebody changed this front meanwhile.', front?.version);
    }
    const { verb, note, articleId = null, tags } = await work(tx, now);
    await tx
      .update(fronts)
      .set({ version: version + 1 })
      .where(eq(fronts.locale, locale));
    await tx.insert(auditLog).values({ at: now, userId: user.id, articleId, verb, note });
    await appendOutbox(tx, { event: verb, tags });
    return { version: version + 1 };
  });
}

function demandEnd(until: Date, now: Date): void {
  if (until <= now) throw new Refused('invalid', 'The end lies in the past.');
  if (until.getTime() - now.getTime() > LONGEST) {
    throw new Refused('invalid', 'The end lies more than 31 days ahead.');
  }
}

/**
 * Refuses articles of another locale and withdrawn articles; an article that is not published yet is allowed.
 */
async function demandTold(tx: Transaction, locale: Locale, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx
    .select({ id: articles.id })
    .from(articles)
    .where(
      and(
        inArray(articles.id, [...ids]),
        eq(articles.locale, locale),
        ne(articles.status, 'withdrawn'),
      ),
    );
  if (rows.length < ids.length) {
    throw new Refused('invalid', 'An article is not of this language, or was withdrawn.');
  }
}

export const FRONT_COMMANDS = {
  pins: { schema: pinsSchema, run: setPins },
  breaking: { schema: breakingSchema, run: setBreaking },
  'end-breaking': { schema: endBreakingSchema, run: endBreaking },
} as const;
type FrontCommand = keyof typeof FRONT_COMMANDS;

/** Whether a name in an address is a command on a front. */
export const isFrontCommand = (name: string): name is FrontCommand =>
  Object.hasOwn(FRONT_COMMANDS, name);

/**
 * Validates the input of a command and runs it.
 * @param wish - the input as it was received, not validated
 * @returns the result of the command; `invalid` when the input does not match its schema
 */
export async function runFrontCommand(
  name: FrontCommand,
  user: User,
  locale: Locale,
  wish: unknown,
  from?: Store,
): Promise<Result<unknown, Refusal>> {
  const { schema, run } = FRONT_COMMANDS[name];
  const parsed = schema.safeParse(wish);
  if (!parsed.success) {
    return { ok: false, refusal: { code: 'invalid', message: z.prettifyError(parsed.error) } };
  }
  return run(user, locale, parsed.data as never, from);
}
