/** The newsroom's commands as data for its screens; `lib/newsroom/commands` declares them. */
import { COMMAND_FACTS } from './command-facts.generated.ts';

export type ArticleCommandName = keyof (typeof COMMAND_FACTS)['article'];
export type PictureCommandName = keyof (typeof COMMAND_FACTS)['picture'];
export const ARTICLE_COMMAND_NAMES = Object.keys(COMMAND_FACTS.article) as ArticleCommandName[];
export const PICTURE_COMMAND_NAMES = Object.keys(COMMAND_FACTS.picture) as PictureCommandName[];
