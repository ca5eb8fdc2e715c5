import { eq } from 'drizzle-orm';
import { postSchema } from '../../../accounts/accounts.ts';
import { users } from '../../../db/schema/newsroom.ts';
import { accountCommand } from '../declare/account-command.ts';

/** Changes the user's own name. */
export const command = accountCommand({
  input: postSchema.pick({ name: true }),
  log: 'rename',
  refusals: [],
  change: async ({ tx, user }, { name }) => {
    await tx.update(users).set({ name }).where(eq(users.id, user.id));
    return null;
  },
});
