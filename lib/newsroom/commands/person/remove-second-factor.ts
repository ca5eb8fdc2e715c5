import { endSecondFactor } from '../../../accounts/second-factor.ts';
import { nothing } from '../declare/inputs.ts';
import { personCommand } from '../declare/person-command.ts';

/** Turns the second factor of an account off, for a user who lost it. */
export const command = personCommand({
  input: nothing,
  log: 'remove-second-factor',
  refusals: [],
  change: async ({ tx, person }) => {
    await endSecondFactor(person.id, tx);
    return null;
  },
});
