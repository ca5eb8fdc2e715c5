import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { sessions } from '../../../db/schema/newsroom.ts';
import { Refused } from '../../../refusal.ts';
import { accountCommand } from '../declare/account-command.ts';
import { rowId } from '../declare/inputs.ts';

/** Ends one of the user's own sessions. */
export const command = accountCommand({
  input: z.strictObject({ sessionId: rowId }),
  log: 'end-session',
  refusals: [],
  change: async ({ tx, user }, { sessionId }) => {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, user.id)))
      .returning({ id: sessions.id });
    if (ended.length === 0) throw new Refused('missing', 'There is no such session.');
    return null;
  },
});
