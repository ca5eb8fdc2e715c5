/**
 * Account commands of an operator in a terminal; those of the newsroom are in
 * `lib/newsroom/commands/person`.
 */
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { CATEGORY_SLUGS } from '../content/categories.ts';
import { ROLES } from '../content/desk/roles.ts';
import type { Database, Transaction } from '../db/client.ts';
import {
  auditLog,
  invitations,
  previewLinks,
  secondFactors,
  users,
} from '../db/schema/newsroom.ts';
import { CodedError } from '../errors.ts';
import { LOCALES } from '../i18n/locales.ts';
import { invite } from './invitations.ts';
import { hashPassword } from './password.ts';
import { endSecondFactor } from './second-factor.ts';
import { endAllSessions } from './sessions.ts';
import type { Store } from '../db/store.ts';
import { userColumns } from './user.ts';

/** An e-mail address that identifies an account: trimmed, in lower case. */
export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** The name, role and scope of an account. */
export const postSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  role: z.enum(ROLES),
  locales: z.array(z.enum(LOCALES)).min(1).nullable().default(null),
  categories: z.array(z.enum(CATEGORY_SLUGS)).min(1).nullable().default(null),
});

/** The same with the e-mail address. */
export const personSchema = postSchema.extend({ email: emailSchema });
export type Person = z.output<typeof personSchema>;

/**
 * Adds an account; an existing one is changed, enabled again, and gets a new link.
 * @returns the one-time link's token
 * @throws CodedError `person` when a field is wrong
 */
export async function addUser(
  person: z.input<typeof personSchema>,
  { database, clock }: Store,
): Promise<string> {
  const parsed = personSchema.safeParse(person);
  if (!parsed.success) throw new CodedError('person', z.prettifyError(parsed.error));
  const { email, ...rest } = parsed.data;
  return database.transaction(async (tx) => {
    const [row] = await tx
      .insert(users)
      .values({ email, ...rest })
      .onConflictDoUpdate({ target: users.email, set: { ...rest, isDisabled: false } })
      .returning({ id: users.id });
    if (!row) throw new CodedError('person', `No account was written for ${email}.`);
    await note(tx, clock.now(), 'invite', email);
    return invite(tx, row.id, clock.now());
  });
}

/**
 * Makes a new one-time link for an account.
 * @param withoutSecondFactor - turns the second factor off, for a user who lost the app and the recovery
 *   codes
 * @returns the link's token
 * @throws CodedError `person` for an account that is missing or disabled
 */
export async function linkUser(
  email: string,
  withoutSecondFactor: boolean,
  { database, clock }: Store,
): Promise<string> {
  return database.transaction(async (tx) => {
    const user = await demandAccount(tx, email);
    if (user.isDisabled) {
      throw new CodedError(
        'person',
        `${email} is blocked. Unblock the account with “npm run portal -- user add” first.`,
      );
    }
    if (withoutSecondFactor) {
      await endSecondFactor(user.id, tx);
      await note(tx, clock.now(), 'remove-second-factor', email);
    }
    await note(tx, clock.now(), 'link', email);
    return invite(tx, user.id, clock.now());
  });
}

/**
 * Blocks an account at once. An operator may block any account: they can add another.
 * @throws CodedError `person` for an account that is missing
 */
export async function disableUser(email: string, { database, clock }: Store): Promise<void> {
  await database.transaction(async (tx) => {
    const { id } = await demandAccount(tx, email);
    await shutOut(tx, id, clock.now());
    await note(tx, clock.now(), 'disable', email);
  });
}

/**
 * Disables an account, ends its sessions, deletes its one-time link, and revokes its preview links
 * permanently.
 */
export async function shutOut(tx: Transaction, userId: number, now: Date): Promise<void> {
  await tx.update(users).set({ isDisabled: true }).where(eq(users.id, userId));
  await endAllSessions(userId, { database: tx });
  await tx.delete(invitations).where(eq(invitations.userId, userId));
  await tx
    .update(previewLinks)
    .set({ revokedAt: now })
    .where(and(eq(previewLinks.createdBy, userId), isNull(previewLinks.revokedAt)));
}

/** All accounts, ordered by name. */
export async function listUsers(database: Database | Transaction) {
  const rows = await database
    .select({
      ...userColumns,
      isDisabled: users.isDisabled,
      hasPassword: isNotNull(users.passwordHash).mapWith(Boolean),
      hasSecondFactor: isNotNull(secondFactors.confirmedAt).mapWith(Boolean),
    })
    .from(users)
    .leftJoin(secondFactors, eq(secondFactors.userId, users.id))
    .orderBy(asc(users.name), asc(users.id));
  return rows;
}

async function demandAccount(tx: Transaction, email: string) {
  const [user] = await tx
    .select({ id: users.id, isDisabled: users.isDisabled })
    .from(users)
    .where(eq(users.email, email.trim().toLowerCase()));
  if (!user) throw new CodedError('person', `There is no account ${email}.`);
  return user;
}

/** An operator has no account: the row has no user id, and the log names the terminal. */
const note = (tx: Transaction, at: Date, verb: string, email: string) =>
  tx.insert(auditLog).values({ at, verb, note: email });

/** Sets a password without a link, and ends every session: for the demonstration's accounts. */
export async function setPassword(
  email: string,
  password: string,
  { database }: Store,
): Promise<void> {
  const passwordHash = await hashPassword(password);
  const [row] = await database
    .update(users)
    .set({ passwordHash })
    .where(eq(users.email, email))
    .returning({ id: users.id });
  if (row) await endAllSessions(row.id, { database });
}
