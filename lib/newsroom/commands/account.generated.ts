/** Written by `npm run generate` from the files of `lib/newsroom/commands/account`. */
import { command as beginSecondFactor } from './account/begin-second-factor.ts';
import { command as changePassword } from './account/change-password.ts';
import { command as confirmSecondFactor } from './account/confirm-second-factor.ts';
import { command as endSecondFactor } from './account/end-second-factor.ts';
import { command as endSession } from './account/end-session.ts';
import { command as rename } from './account/rename.ts';
import { command as renewRecoveryCodes } from './account/renew-recovery-codes.ts';
import { command as signOutEverywhere } from './account/sign-out-everywhere.ts';

export const ACCOUNT_COMMANDS = {
  'begin-second-factor': beginSecondFactor,
  'change-password': changePassword,
  'confirm-second-factor': confirmSecondFactor,
  'end-second-factor': endSecondFactor,
  'end-session': endSession,
  rename,
  'renew-recovery-codes': renewRecoveryCodes,
  'sign-out-everywhere': signOutEverywhere,
} as const;
