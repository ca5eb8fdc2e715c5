/** Every command of the newsroom, by what it is run on and by its name in addresses. */
import { ACCOUNT_COMMANDS } from './account.generated.ts';
import { ARTICLE_COMMANDS } from './article.generated.ts';
import { FRONT_COMMANDS } from './front.generated.ts';
import { NEW_COMMANDS } from './new.generated.ts';
import { PERSON_COMMANDS } from './person.generated.ts';
import { PICTURE_COMMANDS } from './picture.generated.ts';

export const COMMANDS = {
  account: ACCOUNT_COMMANDS,
  article: ARTICLE_COMMANDS,
  front: FRONT_COMMANDS,
  new: NEW_COMMANDS,
  person: PERSON_COMMANDS,
  picture: PICTURE_COMMANDS,
} as const;
