/** How large a function, a file and a folder may be. */

/** Lines without blank ones and comments; levels of nesting. */
export const LIMITS = { functionLines: 80, depth: 4, fileLines: 250 };

/** Files that one folder may hold, without its subfolders. */
export const FOLDER_FILES = 25;

/** @type {readonly string[]} Folders that hold more: each is one list by its nature. */
export const LARGE_FOLDERS = [
  // One folder an article, one file a picture: data, not code.
  'edition',
  'edition/images',
  // One file a command.
  'lib/newsroom/commands',
  // What every room may import (docs/decisions/0001-rooms.md): addresses, the clock, errors, lanes, the log.
  'lib',
];
