import { shutOut } from '../../../accounts/accounts.ts';
import { Refused } from '../../../refusal.ts';
import { nothing } from '../declare/inputs.ts';
import { personCommand } from '../declare/person-command.ts';

/** Blocks another's account at once. */
export const command = personCommand({
  input: nothing,
  log: 'disable',
  refusals: ['own_account'],
  change: async ({ tx, person, user, now }) => {
    if (person.id === user.id) {
      throw new Refused('own_account', 'You cannot disable your own account.');
    }
    await shutOut(tx, person.id, now);
    return null;
  },
});
