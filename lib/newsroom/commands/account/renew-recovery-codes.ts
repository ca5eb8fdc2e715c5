import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { renewRecoveryCodes } from '../../../accounts/second-factor.ts';
import { secondFactors } from '../../../db/schema/newsroom.ts';
import { Refused } from '../../../refusal.ts';
import { ownPassword, passwordCommand } from '../declare/account-command.ts';

/** Makes new recovery codes; the former ones are invalid. */
export const command = passwordCommand({
  input: z.strictObject({ ownPassword }),
  log: 'renew-recovery-codes',
  refusals: [],
  change: async ({ tx, user }) => {
    const [factor] = await tx
      .select({ since: secondFactors.confirmedAt })
      .from(secondFactors)
      .where(eq(secondFactors.userId, user.id));
    if (!factor?.since) throw new Refused('wrong_status', 'No second factor is on.');
    return { codes: await renewRecoveryCodes(user.id, tx) };
  },
});
