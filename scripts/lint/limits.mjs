/** How large a function, a file and a folder may be, and what is still over it. */

/** Lines without blank ones and comments; levels of nesting. */
export const LIMITS = { functionLines: 80, depth: 4, fileLines: 250 };

/** Files that one folder may hold, without its subfolders. */
export const FOLDER_FILES = 25;

/** @type {readonly string[]} Folders that hold more: each is one list by its nature, or is being split. */
export const LARGE_FOLDERS = [
  // One folder an article, one file a picture: data, not code.
  'edition',
  'edition/images',
  // One file a command.
  'lib/newsroom/commands',
  // Being split: the files of the root move into the rooms that use them.
  'lib',
  'lib/content/body',
  'lib/http',
  'lib/newsroom',
  'lib/page-cache',
];

/** @type {readonly string[]} Files that are being split. Take one out when it keeps to the limits. */
export const BEING_SPLIT = [
  'lib/content/html/parse.ts',
  'lib/content/markdown/parse.ts',
  'lib/content/testing/random-body.ts',
  'lib/db/embedded/runner.test.ts',
  'lib/desk/list-desk.db.test.ts',
  'lib/http/door.test.ts',
  'lib/http/door.ts',
  'lib/import/import-folder.db.test.ts',
  'lib/import/import-folder.ts',
  'lib/import/import-site.db.test.ts',
  'lib/import/import-site.ts',
  'lib/import/site/article-of.ts',
  'lib/newsroom/import/import-articles.ts',
  'lib/newsroom/import/import-parts.ts',
  'lib/newsroom/pictures/media.db.test.ts',
  'lib/newsroom/newsroom.db.test.ts',
  'lib/newsroom/working-copy.db.test.ts',
  'lib/publication/reads.db.test.ts',
];
