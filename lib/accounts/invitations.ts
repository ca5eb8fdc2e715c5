import { and, eq, gt } from 'drizzle-orm';
import type { Database, Transaction } from '../db/client.ts';
import { auditLog, invitations, users } from '../db/schema/newsroom.ts';
import { hashPassword } from './password.ts';
import { readSecondFactor } from './second-factor.ts';
import { beginSession, endAllSessions } from './sessions.ts';
import { store, type Store } from './store.ts';
import { hashToken, newToken } from './tokens.ts';

/** Milliseconds for which a one-time link is good: one that was handed over, and one that anybody may ask for. */
const LASTS = { invitation: 3 * 86_400_000, forgotten: 3_600_000 } as const;

/** Makes a one-time link's token by which somebody sets a password; one made before is good no more. */
export async function invite(
  database: Database | Transaction,
  userId: number,
  now: Date,
  why: keyof typeof LASTS = 'invitation',
): Promise<string> {
  const token = newToken();
  const row = { tokenHash: hashToken(token), expiresAt: new Date(now.getTime() + LASTS[why]) };
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
 * Makes a link for somebody who forgot the password; one who has not set any yet is invited again.
 * @returns null for an account that is missing or disabled
 */
export function forgotPassword(
  email: string,
  { database, clock }: Store = store(),
): Promise<{ token: string; name: string; why: keyof typeof LASTS } | null> {
  return database.transaction(async (tx) => {
    const [user] = await tx
      .select({ id: users.id, name: users.name, passwordHash: users.passwordHash })
      .from(users)
      .where(and(eq(users.email, email), eq(users.isDisabled, false)));
    if (!user) return null;
    const now = clock.now();
    const why = user.passwordHash ? 'forgotten' : 'invitation';
    await tx.insert(auditLog).values({ at: now, userId: user.id, verb: 'forgot-password' });
    return { token: await invite(tx, user.id, now, why), name: user.name, why };
  });
}

/**
 * Uses a link: sets the password and ends every session.
 * @returns the account, or null when the link is no longer good
 */
export async function acceptInvitation(
  token: string,
  password: string,
  from: Store = store(),
): Promise<number | null> {
  const { database, clock } = from;
  if (!(await readInvitation(token, from))) return null;
  const passwordHash = await hashPassword(password);
  return database.transaction(async (tx) => {
    // Deleting is what uses it: of two who come at once, one finds it.
    const [used] = await tx
      .delete(invitations)
      .where(
        and(eq(invitations.tokenHash, hashToken(token)), gt(invitations.expiresAt, clock.now())),
      )
      .returning({ userId: invitations.userId });
    if (!used) return null;
    const [user] = await tx
      .update(users)
      .set({ passwordHash })
      .where(and(eq(users.id, used.userId), eq(users.isDisabled, false)))
      .returning({ id: users.id });
    if (!user) return null;
    await endAllSessions(user.id, { database: tx });
    await tx.insert(auditLog).values({ at: clock.now(), userId: user.id, verb: 'set-password' });
    return user.id;
  });
}

/**
 * Signs in who has just used a link.
 * @returns null for an account with a second factor: a link by mail does not take its place
 */
export async function signInByLink(
  userId: number,
  device: string | null,
  from: Store = store(),
): Promise<string | null> {
  return (await readSecondFactor(userId, from)) ? null : beginSession(userId, device, from);
}
