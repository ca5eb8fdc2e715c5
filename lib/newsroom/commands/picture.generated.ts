/** Written by `npm run generate` from the files of `lib/newsroom/commands/picture`. */
import { command as describe } from './picture/describe.ts';
import { command as focus } from './picture/focus.ts';
import { command as remove } from './picture/remove.ts';
import { command as replace } from './picture/replace.ts';

export const PICTURE_COMMANDS = {
  describe,
  focus,
  remove,
  replace,
} as const;
