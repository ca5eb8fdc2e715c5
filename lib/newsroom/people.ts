import { asc, eq } from 'drizzle-orm';
import type { Person } from '../auth/accounts.ts';
import { invite } from '../auth/invitations.ts';
import { mayManagePeople } from '../auth/permissions.ts';
import { store, type Store } from '../auth/store.ts';
import { userColumns, type User } from '../auth/user.ts';
import type { Transaction } from '../db/client.ts';
import { auditLog, sessions, users } from '../db/schema/newsroom.ts';
import { inTransaction } from './change-article.ts';
import { Refused } from './refusal.ts';

function demandChief(user: User): void {
  if (!mayManagePeople(user)) {
    throw new Refused('forbidden', 'Only an editor-in-chief manages people.');
  }
}

const note = (tx: Transaction, user: User, now: Date, verb: string, about: string) =>
  tx.insert(auditLog).values({ at: now, userId: user.id, verb, note: about });

/** Everybody who has an account, for an editor-in-chief. */
export function listPeople(user: User, from: Store = store()) {
  return inTransaction(from, async (tx) => {
    demandChief(user);
    return tx
      .select({ ...userColumns, isDisabled: users.isDisabled, passwordHash: users.passwordHash })
      .from(users)
      .orderBy(asc(users.name))
      .then((rows) =>
        rows.map(({ passwordHash, ...row }) => ({ ...row, hasPassword: passwordHash !== null })),
      );
  });
}

/**
 * Adds somebody, or changes who they are, and makes a new one-time link.
 * @returns the link's token
 */
export function invitePerson(user: User, person: Person, from: Store = store()) {
  return inTransaction(from, async (tx) => {
    demandChief(user);
    const now = from.clock.now();
    const { email, ...rest } = person;
    const [row] = await tx
      .insert(users)
      .values(person)
      .onConflictDoUpdate({ target: users.email, set: { ...rest, isDisabled: false } })
      .returning({ id: users.id });
    if (!row) throw new Error('No account was written.');
    await note(tx, user, now, 'invite', `${email} ${person.role}`);
    return { token: await invite(tx, row.id, now) };
  });
}

/** Shuts somebody out at once; nobody shuts themselves out. */
export function disablePerson(user: User, { id }: { id: number }, from: Store = store()) {
  return inTransaction(from, async (tx) => {
    demandChief(user);
    if (id === user.id) throw new Refused('invalid', 'You cannot disable your own account.');
    const [row] = await tx
      .update(users)
      .set({ isDisabled: true })
      .where(eq(users.id, id))
      .returning({ email: users.email });
    if (!row) throw new Refused('missing', 'There is no such person.');
    await tx.delete(sessions).where(eq(sessions.userId, id));
    await note(tx, user, from.clock.now(), 'disable', row.email);
    return null;
  });
}
