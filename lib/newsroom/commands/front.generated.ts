/** Written by `npm run generate` from the files of `lib/newsroom/commands/front`. */
import { command as breaking } from './front/breaking.ts';
import { command as endBreaking } from './front/end-breaking.ts';
import { command as pins } from './front/pins.ts';

export const FRONT_COMMANDS = {
  breaking,
  'end-breaking': endBreaking,
  pins,
} as const;
