/** Written by `npm run generate` from the files of `lib/newsroom/commands/new`. */
import { command as articles } from './new/articles.ts';
import { command as media } from './new/media.ts';
import { command as names } from './new/names.ts';
import { command as people } from './new/people.ts';

export const NEW_COMMANDS = {
  articles,
  media,
  names,
  people,
} as const;
