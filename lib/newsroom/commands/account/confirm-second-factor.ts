import { z } from 'zod';
import { confirmSecondFactor } from '../../../accounts/second-factor.ts';
import { Refused } from '../../../refusal.ts';
import { guessCommand } from '../declare/account-command.ts';

/** Turns the second factor on, and answers its recovery codes. */
export const command = guessCommand({
  input: z.strictObject({ code: z.string().trim().min(1).max(40) }),
  log: 'confirm-second-factor',
  refusals: ['wrong_code'],
  change: async ({ tx, user, now }, { code }) => {
    const own = { database: tx, clock: { now: () => now } };
    const codes = await confirmSecondFactor(user.id, code, own);
    if (!codes) throw new Refused('wrong_code', 'This is not the code that the app shows now.');
    return { codes };
  },
});
