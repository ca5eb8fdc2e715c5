/** Every command of the newsroom, by what it is run on and by its name in addresses. */
import { ARTICLE_COMMANDS } from './article.generated.ts';
import { NEW_COMMANDS } from './new.generated.ts';

export const COMMANDS = {
  article: ARTICLE_COMMANDS,
  new: NEW_COMMANDS,
} as const;
