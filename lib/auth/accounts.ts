/** What an operator does to accounts from a terminal; the newsroom's own ways are in `lib/newsroom/people.ts`. */
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { publication } from '../../publication.config.ts';
import { ROLES } from '../content/roles.ts';
import { sessions, users } from '../db/schema/newsroom.ts';
import { CodedError } from '../errors.ts';
import { LOCALES } from '../i18n/locales.ts';
import { invite } from './invitations.ts';
import { hashPassword } from './password.ts';
import type { Store } from './store.ts';

const CATEGORIES = publication.categories.map(({ slug }) => slug);

/** An e-mail address as accounts are named by it. */
export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** Who somebody is in the newsroom. */
export const personSchema = z.strictObject({
  email: emailSchema,
  name: z.string().trim().min(1).max(120),
  role: z.enum(ROLES),
  locales: z.array(z.enum(LOCALES)).min(1).nullable().default(null),
  categories: z.array(z.enum(CATEGORIES)).min(1).nullable().default(null),
});
export type Person = z.infer<typeof personSchema>;

/**
 * Adds an account, or makes a new link for one that is there.
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
    return invite(tx, row.id, clock.now());
  });
}

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
  if (row) await database.delete(sessions).where(eq(sessions.userId, row.id));
}
