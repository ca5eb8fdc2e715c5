/** Written by `npm run generate` from the files of `lib/newsroom/commands/person`. */
import { command as change } from './person/change.ts';
import { command as disable } from './person/disable.ts';
import { command as enable } from './person/enable.ts';
import { command as link } from './person/link.ts';
import { command as removeSecondFactor } from './person/remove-second-factor.ts';

export const PERSON_COMMANDS = {
  change,
  disable,
  enable,
  link,
  'remove-second-factor': removeSecondFactor,
} as const;
