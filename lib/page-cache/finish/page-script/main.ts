/**
 * The one script that is inlined in every reader's page, at its end. It handles at once what needs no
 * client runtime, and loads the runtime when the reader uses something that does. It is compiled by `npm
 * run build`; a test keeps it under 3 kB gzip: the last half kB went to a theme that is the same in every
 * window and to the words that say which late file did not arrive.
 */
import { watchArticle } from './article.ts';
import { watchMenu } from './menu.ts';
import { watchIslands } from './runtime.ts';
import { watchSearch } from './search.ts';
import { watchTheme } from './theme.ts';
import { countView } from './views.ts';

watchIslands();
watchTheme();
watchMenu();
watchSearch();
watchArticle();
countView();
