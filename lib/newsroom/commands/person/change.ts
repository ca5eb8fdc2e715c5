import { eq } from 'drizzle-orm';
import { postSchema } from '../../../accounts/accounts.ts';
import { users } from '../../../db/schema/newsroom.ts';
import { personCommand } from '../declare/person-command.ts';

/** Changes the name, the role and the scope of an account. */
export const command = personCommand({
  input: postSchema,
  log: 'change',
  refusals: [],
  about: ({ role }) => role,
  change: async ({ tx, person }, post) => {
    await tx.update(users).set(post).where(eq(users.id, person.id));
    return null;
  },
});
