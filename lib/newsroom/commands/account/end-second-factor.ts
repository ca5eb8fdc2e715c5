import { z } from 'zod';
import { endSecondFactor, isSecondFactorDemanded } from '../../../accounts/second-factor.ts';
import { Refused } from '../../../refusal.ts';
import { ownPassword, passwordCommand } from '../declare/account-command.ts';

/** Turns the second factor off, where the portal does not demand it of the user's role. */
export const command = passwordCommand({
  input: z.strictObject({ ownPassword }),
  log: 'end-second-factor',
  refusals: [],
  change: async ({ tx, user }) => {
    if (isSecondFactorDemanded(user))
      throw new Refused('forbidden', 'Your role needs a second factor.');
    await endSecondFactor(user.id, tx);
    return null;
  },
});
