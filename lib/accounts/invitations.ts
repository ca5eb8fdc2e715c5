import { and, eq, gt } from 'drizzle-orm';
import type { Database, Transaction } from '../db/client.ts';
import { auditLog, invitations, users } from '../db/schema/newsroom.ts';
import { hashPassword } from './password.ts';
import { readSecondFactor } from './second-factor.ts';
import { beginSession, endAllSessions } from './sessions.ts';
import { store, type Store } from '../db/store.ts';
import { hashToken, newToken } from './tokens.ts';

/**
 * Milliseconds for which a one-time link is valid: of an invitation, and of a link that anybody may request.
 */
const LASTS = { invitation: 3 * 86_400_000, forgotten: 3_600_000 } as const;

/**
 * Makes the token of a one-time link for setting a password; an earlier link of the account becomes invalid.
 * @param why - decides how long the link is valid
 */
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

/** The account of a one-time link; null when the link was used, has expired or never existed. */
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
 * Makes a link for a user who forgot the password; a user who has not set one yet gets a new invitation.
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
 * @returns the account's id, or null when the link is no longer valid
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
    // The deletion uses the link: of two requests at the same time, only one finds it.
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
 * Signs in a user who has just used a link.
 * @returns the session's token; null for an account with a second factor: a link by mail does not replace it
 */
export async function signInByLink(
  userId: number,
  device: string | null,
  from: Store = store(),
): Promise<string | null> {
  return (await readSecondFactor(userId, from)) ? null : beginSession(userId, device, from);
}
