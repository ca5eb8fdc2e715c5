import { and, eq, gt } from 'drizzle-orm';
import type { Database, Transaction } from '../db/client.ts';
import { invitations, sessions, users } from '../db/schema/newsroom.ts';
import { hashPassword } from './password.ts';
import { beginSession } from './sessions.ts';
import { store, type Store } from './store.ts';
import { hashToken, newToken } from './tokens.ts';

/** Milliseconds for which a one-time link is good. */
const LASTS = 3 * 86_400_000;

/** Makes a one-time link's token by which somebody sets a password; one made before is good no more. */
export async function invite(
  database: Database | Transaction,
  userId: number,
  now: Date,
): Promise<string> {
  const token = newToken();
  const row = { tokenHash: hashToken(token), expiresAt: new Date(now.getTime() + LASTS) };
  await database
    .insert(invitations)
    .values({ userId, ...row })
    .onConflictDoUpdate({ target: invitations.userId, set: row });
  return token;
}

/** Whose link it is; null for one that was used, has ended or never was. */
export async function readInvitation(token: string, { database, clock }: Store = store()) {
  const [row] = await database
    .select({ email: users.email, name: users.name })
    .from(invitations)
    .innerJoin(users, eq(users.id, invitations.userId))
    .where(
      and(
        eq(invitations.tokenHash, hashToken(token)),
        gt(invitations.expiresAt, clock.now()),
        eq(users.isDisabled, false),
      ),
    );
  return row ?? null;
}

/**
 * Uses a link: sets the password, ends every session and begins a new one.
 * @returns the new session's token, or null when the link is no longer good
 */
export async function acceptInvitation(
  token: string,
  password: string,
  from: Store = store(),
): Promise<string | null> {
  const { database, clock } = from;
  if (!(await readInvitation(token, from))) return null;
  const passwordHash = await hashPassword(password);
  const userId = await database.transaction(async (tx) => {
    // Deleting is what uses it: of two who come at once, one finds it.
    const [used] = await tx
      .delete(invitations)
      .where(
        and(eq(invitations.tokenHash, hashToken(token)), gt(invitations.expiresAt, clock.now())),
      )
      .returning({ userId: invitations.userId });
    if (!used) return null;
    await tx.update(users).set({ passwordHash }).where(eq(users.id, used.userId));
    await tx.delete(sessions).where(eq(sessions.userId, used.userId));
    return used.userId;
  });
  return userId === null ? null : beginSession(userId, from);
}
