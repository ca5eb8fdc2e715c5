import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { hashPassword, isGuessable, passwordSchema } from '../../../accounts/password.ts';
import { endOtherSessions } from '../../../accounts/sessions.ts';
import { invitations, users } from '../../../db/schema/newsroom.ts';
import { Refused } from '../../../refusal.ts';
import { ownPassword, passwordCommand } from '../declare/account-command.ts';

/** Sets a new password; all other sessions end. */
export const command = passwordCommand({
  input: z.strictObject({ password: passwordSchema, ownPassword }),
  log: 'change-password',
  refusals: ['common_password'],
  change: async ({ tx, user, token }, { password }) => {
    if (await isGuessable(password, [user.email, user.name]))
      throw new Refused('common_password', 'This password is among the first that guessers try.');
    const passwordHash = await hashPassword(password);
    await tx.update(users).set({ passwordHash }).where(eq(users.id, user.id));
    await endOtherSessions(user.id, token, tx);
    // An open one-time link becomes invalid too: another person may have requested it.
    await tx.delete(invitations).where(eq(invitations.userId, user.id));
    return null;
  },
});
