/** Written by `npm run generate` from the files of `lib/newsroom/commands/new`. */
import { command as articles } from './new/articles.ts';

export const NEW_COMMANDS = {
  articles,
} as const;
