import { eq } from 'drizzle-orm';
import { users } from '../../../db/schema/newsroom.ts';
import { nothing } from '../declare/inputs.ts';
import { personCommand } from '../declare/person-command.ts';

/** Unblocks an account. */
export const command = personCommand({
  input: nothing,
  log: 'enable',
  refusals: [],
  change: async ({ tx, person }) => {
    await tx.update(users).set({ isDisabled: false }).where(eq(users.id, person.id));
    return null;
  },
});
