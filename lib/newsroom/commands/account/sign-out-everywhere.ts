import { endAllSessions } from '../../../accounts/sessions.ts';
import { accountCommand } from '../declare/account-command.ts';
import { nothing } from '../declare/inputs.ts';

/** Ends all sessions of the user. */
export const command = accountCommand({
  input: nothing,
  log: 'sign-out-everywhere',
  refusals: [],
  change: async ({ tx, user }) => {
    await endAllSessions(user.id, { database: tx });
    return null;
  },
});
