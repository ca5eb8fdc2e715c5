import { z } from 'zod';
import { beginSecondFactor } from '../../../accounts/second-factor.ts';
import { Refused } from '../../../refusal.ts';
import { ownPassword, passwordCommand } from '../declare/account-command.ts';

/** Makes the key of a second factor, which is on once its first code is confirmed. */
export const command = passwordCommand({
  input: z.strictObject({ ownPassword }),
  log: 'begin-second-factor',
  refusals: [],
  change: async ({ tx, user }) => {
    const begun = await beginSecondFactor(user, tx);
    if (!begun) throw new Refused('wrong_status', 'A second factor is on: turn it off first.');
    return begun;
  },
});
